"""Which weights a vault matches with: the program's, or a version that somebody applied to this vault."""

from workbench.base.errors import UserError
from workbench.matching.weights import Weights, load_weights, shipped_weights, weights_from_text
from workbench.vault.values import Resource
from workbench.vault.vault import Vault

KIND = "weights"
"""Kind of the texts that hold the vault's versions, every one ever applied."""
SETTING = "weights_version"
"""The version in use; absent: the program's own."""


class WeightsGoneError(UserError):
    """The vault names a version of the weights whose text it does not hold."""

    code = "weights.gone"

    def __init__(self, version: str) -> None:
        super().__init__(
            f"The vault is set to weights version {version}, which it does not hold.",
            hint="`weights reset` returns to the version that came with the program.",
        )


def chosen(vault: Vault) -> str:
    """The version applied to this vault; "" for the program's own."""
    return str(vault.registry.setting(SETTING, "") or "")


def applied(vault: Vault) -> dict[str, str]:
    """Every version ever applied to this vault, as text."""
    return {resource.version: resource.body for resource in vault.registry.resources(KIND)}


def current_text(vault: Vault) -> str:
    """The text of the weights in use; "" for the program's own.  WeightsGoneError when it is not there."""
    version = chosen(vault)
    if not version:
        return ""
    text = applied(vault).get(version)
    if text is None:
        raise WeightsGoneError(version)
    return text


def current(vault: Vault) -> Weights:
    """The weights in use."""
    return of_text(current_text(vault))


def of_text(text: str) -> Weights:
    """Weights from their text; the program's own from ""."""
    return weights_from_text(text, "of the vault") if text else load_weights(None)


def known(vault: Vault) -> dict[str, Weights]:
    """Every version this vault can explain: those that came with the program and those ever applied."""
    return shipped_weights() | {version: of_text(text) for version, text in applied(vault).items()}


def put(vault: Vault, weights: Weights, text: str) -> None:
    """Keep a version and use it from now on; two audit entries."""
    vault.registry.save_resource(Resource(KIND, f"matching weights {weights.version}", weights.version, text))
    vault.registry.set_setting(SETTING, weights.version)


def use_own(vault: Vault) -> None:
    """Use the program's own version again; what was applied stays kept."""
    vault.registry.set_setting(SETTING, None)
