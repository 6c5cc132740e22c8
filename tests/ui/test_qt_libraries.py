from ui.qt_libraries import main, missing_packages


def test_a_missing_library_is_named_with_its_package(monkeypatch, capsys):
    monkeypatch.setattr("ui.qt_libraries.sys.platform", "linux")
    monkeypatch.setattr("ui.qt_libraries._loads", lambda library: library != "libEGL.so.1")
    assert missing_packages(offscreen=True) == ["libegl1"]
    assert main(["--offscreen"]) == 1
    assert capsys.readouterr().err == "Qt needs system libraries: sudo apt-get install libegl1\n"


def test_other_systems_need_nothing(monkeypatch):
    monkeypatch.setattr("ui.qt_libraries.sys.platform", "win32")
    assert missing_packages(offscreen=False) == []
