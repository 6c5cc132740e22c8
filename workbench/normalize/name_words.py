"""The words that are not part of anybody's name, or that belong to the next word."""

from types import MappingProxyType

SUFFIXES = MappingProxyType(
    {
        "JR": "JR", "JUNIOR": "JR", "JNR": "JR", "SR": "SR", "SENIOR": "SR", "SNR": "SR",
        "II": "II", "2ND": "II", "2": "II", "III": "III", "3RD": "III", "3": "III",
        "IV": "IV", "4TH": "IV", "4": "IV", "V": "V", "5TH": "V", "5": "V",
    }
)  # fmt: skip
"""Generational suffixes as written, and the one form each takes."""


def _words(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


TITLES = _words(
    "MR MRS MS MISS MISTER MX DR REV REVEREND HON PROF PROFESSOR FR SGT CPT CAPT LT COL GEN MAJ SSG"
)
"""Titles dropped from the front of a whole name; words that are also given names (JUDGE, MAJOR) stay."""

CREDENTIALS = _words(
    "MD DO DVM DDS DMD PHD EDD ESQ ESQUIRE CPA RN LPN APRN NP PA PAC OD DC DPM PE JD LLM MBA PHARMD RPH "
    "LCSW LMT FNP CRNA DPT MSW LMFT USN USMC USAF USA RET"
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
    "NMN NMI NONE NA UNKNOWN UNK NULL NIL NOT NOMIDDLENAME XXX REDACTED CONFIDENTIAL PROTECTED"
)
"""What files write where there is no name."""

_NOISE_PHRASES = (
    r"\bLIFE EST(?:ATE)?\b|\bL/E\b|\bLIFE TENANTS?\b",
    r"\b(?:THE )?EST(?:ATE)? OF\b|\bESTATE$|\bHEIRS? OF\b|\bTHE HEIRS?\b|\bHEIRS\b|\bREMAINDERM[AE]N\b",
    r"\b(?:CO )?(?:SUCC(?:ESSOR)? )?(?:TRUSTEES?|TRSTEES?|TTEES?|TRS)\b|\bTR$",
    r"\bET ?ALS?\b|\bJ/?T ?W?/?R?O?S\b|\bJTRS\b|\bTEN COM\b|\b(?:AS )?TENANTS (?:BY|IN) .*$",
    r"\bPERS(?:ONAL)? REP(?:RESENTATIVE)?\b|\bP/R\b|\bEXECUT(?:OR|RIX)\b|\bDECEASED\b|\bDECD\b",
    r"\bHUSBAND AND WIFE\b|\bHIS WIFE\b|\bHER HUSBAND\b|\bWIFE$",
    r"\bH ?& ?W$|\bH/W$|\bW/H$|\bET ?UX$|\bET ?VIR$",
    r"\b(?:A )?(?:(?:UN)?MARRIED|SINGLE) (?:WO)?MAN\b|\bC/O\b.*$|\b(?:A/?K/?A|D/?B/?A)\b.*$",
)
NOISE = "|".join(_NOISE_PHRASES)
"""Ownership words round a name; what follows C/O, AKA and DBA goes with them."""

_NOISE_WORDS = _words(
    "LIFE EST ESTATE HEIR HEIRS TRUSTEE TRUSTEES TRSTEE TRSTEES TTEE TTEES TRS TR ET ETAL ETALS ETUX "
    "ETVIR JTRS TEN TENANTS AS PERS PERSONAL EXECUTOR EXECUTRIX DECEASED DECD REMAINDERMAN REMAINDERMEN "
    "HUSBAND WIFE HIS HER MARRIED UNMARRIED SINGLE MAN WOMAN AKA DBA NEE FKA FORMERLY JT CO SUCC SUCCESSOR"
)
_SPOUSE_WORDS = _words("AND OR HW WH HUSB WF SPOUSE UX VIR")
_JOINT = frozenset(f"JT{w}{r}{o}S" for w in ("W", "") for r in ("R", "") for o in ("O", ""))

UNUSUAL = frozenset(
    {*SUFFIXES, *TITLES, *CREDENTIALS, *PARTICLES, *EMPTY_NAMES, *_NOISE_WORDS, *_SPOUSE_WORDS, *_JOINT}
)
"""Words that make a name more than given names and a surname; a name without any needs no rules."""


def usual_tokens(text: str) -> list[str]:
    """The words of a whole name of two to four plain words, upper-case; [] for every other name."""
    if not (text.isascii() and text.replace(" ", "").isalpha()):
        return []
    tokens = text.upper().split()
    return tokens if 2 <= len(tokens) <= 4 and UNUSUAL.isdisjoint(tokens) else []
