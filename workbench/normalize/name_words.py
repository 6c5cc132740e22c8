"""The words that are not part of anybody's name, or that belong to the next word."""

from types import MappingProxyType

from workbench.normalize import reference
from workbench.normalize.no_names import NO_GIVEN_WORDS, NO_NAME_WORDS

SUFFIXES = MappingProxyType(
    {
        "JR": "JR", "JUNIOR": "JR", "JNR": "JR", "SR": "SR", "SENIOR": "SR", "SNR": "SR",
        "II": "II", "2ND": "II", "2": "II", "III": "III", "3RD": "III", "3": "III",
        "IV": "IV", "IIII": "IV", "4TH": "IV", "4": "IV", "V": "V", "5TH": "V", "5": "V",
    }
)  # fmt: skip
"""Generational suffixes as written, and the one form each takes."""


def _words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


TITLES = _words(
    "MR MRS MS MISS MISTER MX DR REV REVEREND HON PROF PROFESSOR FR SGT CPT CAPT LT COL GEN MAJ SSG "
    "SRA SRTA DRA"
)
"""Titles dropped from the front of a whole name; words that are also given names (JUDGE, MAJOR) stay."""

TITLES_BEHIND = _words("MR MRS MS MISS DR SRA SRTA")
"""Titles that files also write behind a name."""

CREDENTIALS = _words(
    "MD DO DVM DDS DMD PHD EDD ESQ ESQUIRE CPA RN LPN APRN NP PA PAC OD DC DPM PE JD LLM MBA PHARMD RPH "
    "LCSW LMT FNP CRNA DPT MSW LMFT USN USMC USAF USA RET "
    "BSN MSN DNP LVN"
)
"""Credentials dropped from the end of a whole name, when a first and a last name remain."""

PARTICLES = _words(
    "DE DEL DELA DELLA DELLE DELLO DEGLI DI DA DAL DALLA DAS DO DOS DU DES LA LAS LE LO LOS VAN VON VANDER "
    "VANDEN VONDER DER DEN TEN TER TE ZU ZUM MC MAC O ST STE SAINT SANTA SAN EL AL BIN IBN ABU ABD FITZ AP"
)
"""Surname particles: written apart or not ("DE LA CRUZ", "DELA CRUZ"), they join the word after them."""

ALONE_TOO = _words("LE VAN DO LA LO DU DI DA TE VON DEN AP SAN SANTA EL AL")
"""Particles that are whole surnames as often: before one name and an initial they stand alone."""

EMPTY_NAMES = _words(
    "NMN NMI NONE NA UNKNOWN UNK NULL NIL NOT NOMIDDLENAME XXX REDACTED CONFIDENTIAL PROTECTED NFN FNU LNU"
)
"""What files write where there is no name."""

_TRUST_KINDS = (
    "REV(?:OCABLE)?|IRREV(?:OCABLE)?|LIVING|LIV|FAMILY|FAM|INTER ?VIVOS|TESTAMENTARY|JOINT|MARITAL|LAND"
    "|BYPASS|SURVIVORS?|(?:SPECIAL|SUPPLEMENTAL) NEEDS|(?:QUALIFIED )?PERSONAL RESIDENCE|GRANTOR"
    "|CREDIT SHELTER|EXEMPT|RESIDUARY|RESTATED|AMENDED(?: AND RESTATED)?|SEPARATE PROPERTY|DECLARATION OF"
)
_TRUSTEES = "TRUSTEES?|TRSTEES?|TTEES?"
_AS = "(?:AS )?(?:CO[ -])?(?:SUCC(?:ESSOR)? )?"
_DATED = "DTD|DATED|U[/ ]?[ADT][/ ]?[DT]?|UNDER|OF"
TRUST = (
    rf"^(?:THE )?(?:(?:{_TRUST_KINDS}) )*TRUST OF (?:THE )?|^THE (?=.* (?:TRUST|TRST|TR)\b)"
    rf"|\b(?:(?:{_TRUST_KINDS}) )*(?:TRUST|TRST)(?: AGREEMENT| FUND)?(?: (?:NO )?\d+)?"
    rf"(?: (?:{_DATED}) .*)?(?= ?&|$)|\b(?:(?:{_TRUST_KINDS}) )+TR(?= ?&|$)"
    rf"|\b{_AS}(?:{_TRUSTEES}) (?:{_DATED}|FOR) .*$"
)
"""The words of a trust behind the name of the person whose it is."""

_NOISE_PHRASES = (
    TRUST,
    r"\bLIFE EST(?:ATE)?\b|\bL/E\b|\bLIFE TENANTS?\b|\bT/?B?/E\b|\bTEN ENT\b|\bREM$",
    r"\b(?:THE )?EST(?:ATE)? OF\b|\bESTATE$|\bEST\b|\b(?:THE )?HEIRS? OF\b|\bTHE HEIRS?\b|\bHEIRS\b",
    r"\bREMAINDERM[AE]N\b|\b(?:AND )?OTHERS\b",
    rf"\b{_AS}(?:{_TRUSTEES}|TRS)\b|\bTR(?= ?&|$)",
    r"\bET ?ALS?\b|\bJ/?T ?W?/?R?O?S\b|\bJTRS\b|\bTEN COM\b|\b(?:AS )?TENANTS (?:BY|IN) .*$",
    r"\bPERS(?:ONAL)? REP(?:RESENTATIVE)?\b|\bP/R\b|\bEXECUT(?:OR|RIX)\b|\bDECEASED\b|\bDECD\b",
    r"\bHUSBAND AND WIFE\b|\bHIS WIFE\b|\bHER HUSBAND\b|\bWIFE$",
    r"\b[BG]/O\b.*$|\bH ?& ?W$|\bH/W$|\bW/H$|\bET ?UX$|\bET ?VIR$",
    r"\b(?:A )?(?:(?:UN)?MARRIED|SINGLE) (?:WO)?MAN\b|\bC/O\b.*$|\bD/?B/?A\b.*$",
)
NOISE = "|".join(_NOISE_PHRASES)
"""Ownership words round a name; what follows C/O, AKA and DBA goes with them."""

_NOISE_WORDS = _words(
    "LIFE EST ESTATE HEIR HEIRS TRUSTEE TRUSTEES TRSTEE TRSTEES TTEE TTEES TRS TR ET ETAL ETALS ETUX "
    "ETVIR JTRS TEN TENANTS AS PERS PERSONAL EXECUTOR EXECUTRIX DECEASED DECD REMAINDERMAN REMAINDERMEN "
    "HUSBAND WIFE HIS HER MARRIED UNMARRIED SINGLE MAN WOMAN AKA DBA NEE FKA FORMERLY JT CO SUCC SUCCESSOR "
    "TRUST TRST THE REM OTHERS TBE Y RESIDENT OCCUPANT OWNER OWNERS NAME TEST"
)
_CUSTOM = frozenset({"SAINT", "SAINTE"})
_SPOUSE_WORDS = _words("AND OR HW WH HUSB WF SPOUSE UX VIR")
_JOINT = frozenset(f"JT{w}{r}{o}S" for w in ("W", "") for r in ("R", "") for o in ("O", ""))

UNUSUAL = frozenset(
    {
        *SUFFIXES,
        *TITLES,
        *CREDENTIALS,
        *PARTICLES,
        *EMPTY_NAMES,
        *_NOISE_WORDS,
        *_SPOUSE_WORDS,
        *_JOINT,
        *_CUSTOM,
        *NO_GIVEN_WORDS,
        *NO_NAME_WORDS,
    }
)
"""Words that make a name more than given names and a surname; a name without any needs no rules."""


def usual_tokens(text: str) -> list[str]:
    """The words of a whole name of two to four plain words, upper-case; [] for every other name."""
    if not (text.isascii() and text.replace(" ", "").isalpha()):
        return []
    tokens = text.upper().split()
    return tokens if 2 <= len(tokens) <= 4 and UNUSUAL.isdisjoint(tokens) else []


def is_spanish_surname(word: str) -> bool:
    """Whether a folded word is a surname of Spanish or Portuguese custom, of which people bear two."""
    return word in reference.words("spanish_surnames")
