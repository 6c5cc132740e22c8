"""The closed sets of words facts and rules are written in."""

from enum import StrEnum


class Channel(StrEnum):
    """How a person would be reached; ``action`` is a step that reaches nobody (furnishing, a transfer)."""

    CALL = "call"
    VOICEMAIL = "voicemail"
    PRERECORDED_CALL = "prerecorded_call"
    SMS = "sms"
    EMAIL = "email"
    LETTER = "letter"
    POSTCARD = "postcard"
    SOCIAL_DM = "social_dm"
    SOCIAL_PUBLIC = "social_public"
    IN_PERSON = "in_person"
    FAX = "fax"
    ACTION = "action"


class Party(StrEnum):
    """Who would be reached."""

    CONSUMER = "consumer"
    SPOUSE = "spouse"
    PARENT_OF_MINOR = "parent_of_minor"
    GUARDIAN = "guardian"
    ESTATE_REP = "estate_rep"
    SUCCESSOR_IN_INTEREST = "successor_in_interest"
    CONSUMER_ATTORNEY = "consumer_attorney"
    THIRD_PARTY = "third_party"
    EMPLOYER = "employer"
    CREDITOR = "creditor"
    CREDITOR_ATTORNEY = "creditor_attorney"
    COLLECTOR_ATTORNEY = "collector_attorney"
    CRA = "cra"


CONSUMER_SET = frozenset(
    {
        Party.CONSUMER,
        Party.SPOUSE,
        Party.PARENT_OF_MINOR,
        Party.GUARDIAN,
        Party.ESTATE_REP,
        Party.SUCCESSOR_IN_INTEREST,
    }
)
"""Everyone who is "the consumer" for 12 CFR 1006.6(a)."""


class Purpose(StrEnum):
    """Why."""

    COLLECT = "collect"
    NEGOTIATE = "negotiate"
    LOCATE = "locate"
    LOCATE_ESTATE_REP = "locate_estate_rep"
    VALIDATION_NOTICE = "validation_notice"
    DISPUTE_RESPONSE = "dispute_response"
    OC_RESPONSE = "oc_response"
    RESPOND_TO_INBOUND = "respond_to_inbound"
    OPTOUT_CONFIRMATION = "optout_confirmation"
    CEASE_TERMINATE = "cease_terminate"
    CEASE_MAY_INVOKE = "cease_may_invoke"
    CEASE_WILL_INVOKE = "cease_will_invoke"
    PAYMENT_CONFIRMATION = "payment_confirmation"
    REQUIRED_BY_LAW = "required_by_law"
    LEGAL_ACTION = "legal_action"
    THREATEN_LEGAL_ACTION = "threaten_legal_action"
    PROOF_OF_CLAIM = "proof_of_claim"
    STATE_NOTICE = "state_notice"
    FURNISH = "furnish"
    TRANSFER = "transfer"
    CREDIT_REPORT_PULL = "credit_report_pull"
    DMV_LOOKUP = "dmv_lookup"
    APPLY_PAYMENT = "apply_payment"
    DEPOSIT = "deposit"
    DISPOSE = "dispose"


class Place(StrEnum):
    """Where the person would be reached."""

    HOME = "home"
    WORK = "work"
    MOBILE = "mobile"
    OTHER = "other"
    UNKNOWN = "unknown"


class DialMethod(StrEnum):
    """Whether a person dials or types, or a machine does."""

    MANUAL = "manual"
    AUTOMATIC = "automatic"
    UNKNOWN = "unknown"


class Portion(StrEnum):
    """Which part of a partly disputed debt the contact is about."""

    ALL = "all"
    UNDISPUTED = "undisputed"
    DISPUTED = "disputed"


class Known(StrEnum):
    """A yes or no that may not be known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Direction(StrEnum):
    """Who started a past contact."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"


class Outcome(StrEnum):
    """How a past contact or attempt ended."""

    CONVERSATION = "conversation"
    HUNG_UP = "hung_up"
    DROPPED = "dropped"
    NO_ANSWER = "no_answer"
    VOICEMAIL = "voicemail"
    MAILBOX_FULL = "mailbox_full"
    RECORDED_MESSAGE = "recorded_message"
    LIMITED_CONTENT_MESSAGE = "limited_content_message"
    RINGLESS_VOICEMAIL = "ringless_voicemail"
    ANSWERED_OTHER = "answered_other"
    WRONG_NUMBER = "wrong_number"
    BUSY = "busy"
    OUT_OF_SERVICE = "out_of_service"
    INVALID_NUMBER = "invalid_number"
    NETWORK_FAILURE = "network_failure"
    SENT = "sent"
    RECEIVED = "received"
    UNKNOWN = "unknown"


class Element(StrEnum):
    """What a message or script contains; ``other`` stands for anything this list does not name."""

    # a limited-content message
    BUSINESS_NAME = "business_name"
    REQUEST_REPLY = "request_reply"
    PERSON_NAME = "person_name"
    PHONE_NUMBER = "phone_number"
    SALUTATION = "salutation"
    DATE_TIME = "date_time"
    SUGGESTED_TIMES = "suggested_times"
    ANY_REPRESENTATIVE = "any_representative"
    # disclosures
    INITIAL_DISCLOSURE = "initial_disclosure"
    COLLECTOR_DISCLOSURE = "collector_disclosure"
    OPT_OUT_NOTICE = "opt_out_notice"
    OPTOUT_CONFIRMATION = "optout_confirmation"
    VALIDATION_INFORMATION = "validation_information"
    LICENCE_NUMBER = "licence_number"
    PERMIT_NUMBER = "permit_number"
    CREDITOR_NAME = "creditor_name"
    OFFICE_ADDRESS = "office_address"
    STATE_RIGHTS_NOTICE = "state_rights_notice"
    TBD_NOTICE = "tbd_notice"
    REVIVAL_NOTICE = "revival_notice"
    RECORDING_ANNOUNCED = "recording_announced"
    # substance
    DEBT = "debt"
    ACCOUNT_REFERENCE = "account_reference"
    COLLECTION_BUSINESS_NAME = "collection_business_name"
    PAYMENT_DEMAND = "payment_demand"
    SETTLEMENT_OFFER = "settlement_offer"
    PARTIAL_PAYMENT_REQUEST = "partial_payment_request"
    ACKNOWLEDGEMENT_REQUEST = "acknowledgement_request"
    LEGAL_THREAT = "legal_threat"
    CREDIT_REPORTING_THREAT = "credit_reporting_threat"
    ARREST_THREAT = "arrest_threat"
    FALSE_AUTHORITY = "false_authority"
    PUBLICATION_THREAT = "publication_threat"
    ENVELOPE_SHOWS_COLLECTION = "envelope_shows_collection"
    DISPUTE_FLAG = "dispute_flag"
    # scripts for other people
    LOCATION_STATEMENT = "location_statement"
    EMPLOYER_NAME = "employer_name"
    EMPLOYER_NAME_REQUESTED = "employer_name_requested"
    ASKS_ATTORNEY_IDENTITY = "asks_attorney_identity"
    IMPLIES_PERSONAL_LIABILITY = "implies_personal_liability"
    OTHER = "other"
