"""The kinds of rule a pack may use: each name, its parameters and its function."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from workbench.compliance import (
    rules_content,
    rules_electronic,
    rules_frequency,
    rules_money,
    rules_overlay,
    rules_reporting,
    rules_representation,
    rules_status,
    rules_third_party,
    rules_time,
    rules_validation,
)
from workbench.compliance.context import Context
from workbench.compliance.decision import RuleResult
from workbench.compliance.pack import Params, Rule

RuleFunction = Callable[[Rule, Context], Iterable[RuleResult]]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of rule."""

    params: type[Params]
    function: RuleFunction


_none = rules_time.NoParams

KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "time_window": Kind(rules_time.HoursParams, rules_time.time_window),
        "known_time": Kind(_none, rules_time.known_time),
        "known_place": Kind(_none, rules_time.known_place),
        "workplace": Kind(_none, rules_time.workplace),
        "work_default": Kind(_none, rules_time.work_default),
        "work_request": Kind(rules_time.WorkRequestParams, rules_time.work_request),
        "sundays_and_holidays": Kind(_none, rules_time.sundays_and_holidays),
        "frequency": Kind(rules_frequency.FrequencyParams, rules_frequency.frequency),
        "cooldown": Kind(rules_frequency.CooldownParams, rules_frequency.cooldown),
        "call_pattern": Kind(rules_frequency.PatternParams, rules_frequency.call_pattern),
        "attorney": Kind(rules_representation.AttorneyParams, rules_representation.attorney_rule),
        "attorney_notice": Kind(_none, rules_representation.attorney_notice),
        "cease": Kind(_none, rules_representation.cease_rule),
        "oral_cease": Kind(_none, rules_representation.oral_cease),
        "medium_optout": Kind(_none, rules_representation.medium_optout),
        "third_party": Kind(_none, rules_third_party.third_party),
        "location": Kind(rules_third_party.LocationParams, rules_third_party.location),
        "credit_report": Kind(_none, rules_third_party.credit_report),
        "dmv_record": Kind(_none, rules_third_party.dmv_record),
        "limited_content": Kind(_none, rules_content.limited_content),
        "required_elements": Kind(rules_content.RequiredParams, rules_content.required_elements),
        "forbidden_elements": Kind(rules_content.ForbiddenParams, rules_content.forbidden_elements),
        "forbidden_channel": Kind(rules_content.ChannelParams, rules_content.forbidden_channel),
        "disclosure": Kind(_none, rules_content.disclosure),
        "esign": Kind(_none, rules_content.electronic_signature_act),
        "email_procedure": Kind(_none, rules_electronic.email_procedure),
        "work_email": Kind(_none, rules_electronic.work_email),
        "sms_procedure": Kind(rules_electronic.FreshParams, rules_electronic.sms_procedure),
        "auto_dialling": Kind(_none, rules_electronic.auto_dialling),
        "medium_consent": Kind(rules_electronic.MediumConsentParams, rules_electronic.medium_consent),
        "validation_notice": Kind(rules_validation.NoticeParams, rules_validation.validation_notice),
        "overshadowing": Kind(_none, rules_validation.overshadowing),
        "dispute_hold": Kind(rules_validation.DisputeParams, rules_validation.dispute_hold),
        "creditor_request": Kind(rules_validation.DisputeParams, rules_validation.creditor_request),
        "dispute_pause": Kind(_none, rules_validation.dispute_pause),
        "payment_allocation": Kind(_none, rules_validation.payment_allocation),
        "amounts": Kind(_none, rules_money.amounts),
        "postdated": Kind(_none, rules_money.postdated),
        "time_barred": Kind(rules_money.TimeBarredParams, rules_money.time_barred_rule),
        "no_contact_on_barred": Kind(_none, rules_money.no_contact_on_barred),
        "no_partial_on_barred": Kind(_none, rules_money.no_partial_on_barred),
        "venue": Kind(_none, rules_money.venue),
        "furnish_before": Kind(rules_reporting.WaitParams, rules_reporting.furnish_before),
        "furnish_disputed": Kind(_none, rules_reporting.furnish_disputed),
        "furnish_dates": Kind(_none, rules_reporting.furnish_dates),
        "stopped_by_flag": Kind(rules_reporting.FlagsParams, rules_reporting.stopped_by_flag),
        "retention": Kind(rules_reporting.RetentionParams, rules_reporting.retention),
        "deceased": Kind(_none, rules_status.deceased),
        "minor": Kind(_none, rules_status.minor),
        "service_members": Kind(_none, rules_status.service_members),
        "bankruptcy_stay": Kind(_none, rules_status.bankruptcy_stay),
        "bankruptcy_discharge": Kind(_none, rules_status.bankruptcy_discharge),
        "bankruptcy_reported": Kind(rules_status.ReportedParams, rules_status.bankruptcy_reported),
        "identity_theft": Kind(rules_status.TheftParams, rules_status.identity_theft),
        "waiting_period": Kind(rules_overlay.WaitingParams, rules_overlay.waiting_period),
        "dispute_cease": Kind(_none, rules_overlay.dispute_cease),
        "recording_consent": Kind(_none, rules_overlay.recording_consent),
        "residence_unknown": Kind(_none, rules_overlay.residence_unknown),
        "dispute_clock": Kind(rules_overlay.SlaParams, rules_overlay.dispute_clock),
        "days_delinquent": Kind(rules_overlay.ThresholdParams, rules_overlay.days_delinquent),
        "home_first": Kind(rules_overlay.HomeFirstParams, rules_overlay.home_first),
    }
)
