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

TITLES = frozenset(
    "MR MRS MS MISS MISTER MX DR REV REVEREND HON PROF PROFESSOR FR SGT CPT CAPT LT COL GEN MAJ SSG".split()
)
"""Titles dropped from the front of a whole name; words that are also given names (JUDGE, MAJOR) stay."""

CREDENTIALS = frozenset(
    "MD DO DVM DDS DMD PHD EDD ESQ ESQUIRE CPA RN LPN APRN NP PA PAC OD DC DPM PE JD LLM MBA PHARMD RPH "
    "LCSW LMT FNP CRNA DPT MSW LMFT USN USMC USAF USA RET".split()
)
"""Credentials dropped from the end of a whole name, when a first and a last name remain."""

PARTICLES = frozenset(
    "DE DEL DELA DELLA DELLE DELLO DEGLI DI DA DAL DALLA DAS DO DOS DU DES LA LAS LE LO LOS VAN VON VANDER "
    "VANDEN VONDER DER DEN TEN TER TE ZU ZUM MC MAC O ST STE SAINT SANTA SAN EL AL BIN IBN ABU ABD FITZ AP".split()
)
"""Surname particles: written apart or not ("DE LA CRUZ", "DELA CRUZ"), they join the word after them."""

ALONE_TOO = frozenset("LE VAN DO LA LO DU DI DA TE VON DEN AP SAN SANTA".split())
"""Particles that are whole surnames as often: before one name and an initial they stand alone."""

EMPTY_NAMES = frozenset(
    "NMN NMI NONE NA N UNKNOWN UNK NULL NIL NOT NOMIDDLENAME XXX REDACTED CONFIDENTIAL PROTECTED".split()
)
"""What files write where there is no name."""

NOISE = (
    r"\bLIFE EST(?:ATE)?\b|\bL/E\b|\bLIFE TENANTS?\b|\b(?:THE )?EST(?:ATE)? OF\b|\bHEIRS? OF\b|\bTHE HEIRS?\b"
    r"|\b(?:CO )?(?:SUCC(?:ESSOR)? )?(?:TRUSTEES?|TRSTEES?|TTEES?|TRS)\b|\bET ?ALS?\b|\bJ/?T ?W?/?R?O?S\b|\bJTRS\b"
    r"|\bPERS(?:ONAL)? REP(?:RESENTATIVE)?\b|\bP/R\b|\bREMAINDERM[AE]N\b|\bDECEASED\b|\bDECD\b|\bHEIRS\b"
    r"|\bAS TENANTS (?:BY|IN) .*$|\bTENANTS (?:BY|IN) .*$|\bTEN COM\b|\bHUSBAND AND WIFE\b|\bHIS WIFE\b"
    r"|\bHER HUSBAND\b|\bWIFE$|\bH ?& ?W$|\bH/W$|\bW/H$|\bET ?UX$|\bET ?VIR$|\b(?:A )?(?:UN)?MARRIED (?:WO)?MAN\b"
    r"|\b(?:A )?SINGLE (?:WO)?MAN\b|\bC/O\b.*$|\b(?:A/?K/?A|D/?B/?A)\b.*$|\bEXECUTOR\b|\bEXECUTRIX\b"
)
"""Ownership words round a name; what follows C/O, AKA and DBA goes with them."""
