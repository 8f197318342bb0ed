"""What may be sent to: every way to write an address that is not public, and the allow-list."""

from __future__ import annotations

from collections.abc import Sequence
from ipaddress import ip_address

import pytest

from cms.webhooks.addresses import AddressRules, NotResolved, Refused, check_url, is_public, resolve, resolve_all

pytestmark = pytest.mark.anyio

PUBLIC_ONLY = AddressRules()
NAMES: dict[str, list[str]] = {
    "public.example": ["93.184.216.34"],
    "both.example": ["2606:2800:220:1::1", "93.184.216.34"],
    "xn--fiqs8s.example": ["93.184.216.35"],
    "loop.example": ["127.0.0.1"],
    "localhost": ["127.0.0.1", "::1"],
    "mixed.example": ["93.184.216.34", "10.0.0.7"],
    "mixed6.example": ["93.184.216.34", "fd00::1"],
    "mapped.example": ["::ffff:127.0.0.1"],
    "linklocal.example": ["fe80::1%2"],
    "nat64.example": ["64:ff9b::7f00:1"],
    "metadata.google.internal": ["169.254.169.254"],
    "intern.example": ["10.0.0.7"],
    "nobody.example": [],
}


async def look_up(host: str, _port: int) -> Sequence[str]:
    try:
        return NAMES[host]
    except KeyError:
        raise OSError(host) from None


async def ask(url: str, rules: AddressRules = PUBLIC_ONLY) -> str:
    """The address that a URL would be sent to, as when saving and as when sending."""
    return await resolve(check_url(url, rules), rules, look_up=look_up)


PRIVATE_HOSTS = [
    # IPv4, plainly
    "127.0.0.1",
    "127.0.0.2",
    "127.255.255.254",
    "0.0.0.0",  # noqa: S104 - refused, not bound
    "10.0.0.1",
    "100.64.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    # IPv4 in forms that some resolvers take
    "2130706433",
    "017700000001",
    "0x7f000001",
    "0X7F000001",
    "0x7f.1",
    "0x7f.0.0.1",
    "127.1",
    "127.0.1",
    "127.0.0.0x1",
    "0177.0.0.1",
    "0177.0.0.01",
    "010.0.0.1",
    "127.0.0.1.",
    "127.0.0.1..",
    "127.000.000.001",
    "0",
    "1",
    "3232235777",
    "256.256.256.256",
    "1.2.3.4.5",
    "0x",
    # in other scripts
    "１２７.0.0.1",
    "１２７。０。０。１",
    "127。0。0。1",
    "127．0．0．1",
    "①②⑦.⓪.⓪.①",
    "0ⅹ7f.1",
    "٣٢٣٢٢٣٥٧٧٧",
    "١٢٧.٠.٠.١",
    "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ",
    "ｌｏｃａｌｈｏｓｔ",
    # IPv6, plainly
    "[::]",
    "[::1]",
    "[0:0:0:0:0:0:0:1]",
    "[0000:0000:0000:0000:0000:0000:0000:0001]",
    "[fe80::1]",
    "[fe80::1%25eth0]",
    "[fe80::1%eth0]",
    "[fc00::1]",
    "[fd00:ec2::254]",
    "[fec0::1]",
    "[ff02::1]",
    "[100::1]",
    "[2001:db8::1]",
    "[2001::1]",
    "[2001:10::1]",
    "[3fff::1]",
    "[5f00::1]",
    "[4000::1]",
    # IPv4 within IPv6
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::FFFF:10.0.0.1]",
    "[0:0:0:0:0:ffff:169.254.169.254]",
    "[::127.0.0.1]",
    "[::7f00:1]",
    "[::ffff:0:127.0.0.1]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b::127.0.0.1]",
    "[64:ff9b:1::7f00:1]",
    "[2002:7f00:1::]",
    "[2002:a9fe:a9fe::1]",
    "[2001:0:7f00:1::]",
    # names
    "localhost",
    "LOCALHOST",
    "LocalHost.",
    "loop.example",
    "mixed.example",
    "mixed6.example",
    "mapped.example",
    "linklocal.example",
    "nat64.example",
    "metadata.google.internal",
    "Metadata.Google.Internal.",
]


@pytest.mark.parametrize("port", ["", ":8443"])
@pytest.mark.parametrize("host", PRIVATE_HOSTS)
async def test_what_is_not_public_is_refused_however_it_is_written(host: str, port: str) -> None:
    with pytest.raises(Refused) as refusal:
        await ask(f"https://{host}{port}/hook")

    assert not isinstance(refusal.value, NotResolved)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "hook",
        "//public.example/hook",
        "https:",
        "https://",
        "https:///hook",
        "https:/public.example",
        "https:public.example",
        "http://public.example/",
        "http://public.example:443/",
        "ftp://public.example/",
        "file:///etc/passwd",
        "gopher://public.example/",
        "javascript:alert(1)",
        "HTTPS+unix://public.example",
        "https://public.example:80/",
        "https://public.example:22/",
        "https://public.example:0/",
        "https://public.example:65536/",
        "https://public.example:99999/",
        "https://public.example:/",
        "https://public.example:+443/",
        "https://public.example:４４３/",
        "https://public.example:443:443/",
        "https://user@public.example/",
        "https://user:secret@public.example/",
        "https://@public.example/",
        "https://127.0.0.1@public.example/",
        "https://public.example@127.0.0.1/",
        "https://public.example\\@127.0.0.1/",
        "https://public.example\\.loop.example/",
        "https://public.example/a\\b",
        "https://public.example/hook#there",
        "https://public.example#@127.0.0.1/",
        "https://public.example/#",
        "https://public.example/a b",
        " https://public.example/",
        "https://public.example/\r\nHost: other",
        "https://public.example/\t",
        "https://public.example/\x00",
        "https://public.example/\u2028",
        "https://public.example/\u202e",
        "https://public.example/\ud800",
        "https://pub\u00adlic.example/",
        "https://public%2eexample/",
        "https://127%2e0.0.1/",
        "https://public..example/",
        "https://.public.example/",
        "https://-public.example/",
        "https://public.example-/",
        "https://*.example/",
        "https://" + "a" * 64 + ".example/",
        "https://" + "a." * 127 + "example/",
        "https://[::1/",
        "https://::1/",
        "https://[public.example]/",
        "https://[1.2.3.4]/",
        "https://[2606::1::2]/",
        "https://[2606:2800:220:1::1]x/",
        "https://[2606:2800:220:1::1]443/",
        "https://xn--/",
        "https://é..example/",
        "https://public.example/" + "a" * 2000,
    ],
)
async def test_what_is_no_plain_https_url_is_refused_before_any_name_is_resolved(url: str) -> None:
    with pytest.raises(Refused):
        check_url(url, PUBLIC_ONLY)


@pytest.mark.parametrize(
    ("url", "address", "authority", "path"),
    [
        ("https://public.example", "93.184.216.34", "public.example", "/"),
        ("HTTPS://Public.Example./Hook?a=1&b", "93.184.216.34", "public.example", "/Hook?a=1&b"),
        ("https://public.example:443/a/../b", "93.184.216.34", "public.example", "/a/../b"),
        ("https://public.example:8443/%2e", "93.184.216.34", "public.example:8443", "/%2e"),
        ("https://both.example/", "2606:2800:220:1::1", "both.example", "/"),
        (
            "https://中国.example/新闻?词=茶",
            "93.184.216.35",
            "xn--fiqs8s.example",
            "/%E6%96%B0%E9%97%BB?%E8%AF%8D=%E8%8C%B6",
        ),
        ("https://1.1.1.1/", "1.1.1.1", "1.1.1.1", "/"),
        ("https://[2606:4700::1111]:8443/", "2606:4700::1111", "[2606:4700::1111]:8443", "/"),
        ("https://[::ffff:1.1.1.1]/", "1.1.1.1", "1.1.1.1", "/"),
    ],
)
async def test_public_addresses_are_taken_and_written_in_one_form(
    url: str, address: str, authority: str, path: str
) -> None:
    target = check_url(url, PUBLIC_ONLY)

    assert (target.authority, target.path) == (authority, path)
    assert await ask(url) == address


async def test_who_entered_a_password_is_told_what_is_wrong() -> None:
    with pytest.raises(Refused, match="user name or password") as refusal:
        check_url("https://user:hunter2@public.example/", PUBLIC_ONLY)

    assert "hunter2" not in str(refusal.value)


async def test_all_addresses_of_a_name_are_given_in_the_order_of_the_system() -> None:
    target = check_url("https://both.example", PUBLIC_ONLY)

    assert await resolve_all(target, PUBLIC_ONLY, look_up=look_up) == ["2606:2800:220:1::1", "93.184.216.34"]


@pytest.mark.parametrize("name", ["unknown.example", "nobody.example"])
async def test_name_without_an_address_is_told_apart(name: str) -> None:
    with pytest.raises(NotResolved, match=name):
        await ask(f"https://{name}/")


async def test_name_is_judged_each_time_it_is_resolved() -> None:
    answers = [["93.184.216.34"], ["127.0.0.1"]]

    async def rebinding(_host: str, _port: int) -> Sequence[str]:
        return answers.pop(0)

    target = check_url("https://rebinding.example/", PUBLIC_ONLY)
    assert await resolve(target, PUBLIC_ONLY, look_up=rebinding) == "93.184.216.34"

    with pytest.raises(Refused):
        await resolve(target, PUBLIC_ONLY, look_up=rebinding)


async def test_refusal_does_not_tell_the_addresses_of_our_network() -> None:
    with pytest.raises(Refused) as refusal:
        await ask("https://intern.example/")

    assert "10.0.0.7" not in str(refusal.value)


async def test_the_system_knows_this_machine() -> None:
    rules = AddressRules.parse(["127.0.0.0/8", "::1"])

    assert await resolve(check_url("https://localhost/", rules), rules) in {"127.0.0.1", "::1"}


@pytest.mark.parametrize(
    ("allowed", "url"),
    [
        ("intern.example", "https://intern.example/"),
        ("intern.example", "http://intern.example/"),
        ("intern.example", "http://intern.example:8443/"),
        ("Intern.Example.", "https://INTERN.example/"),
        ("intern.example:9000", "http://intern.example:9000/"),
        ("intern.example:9000", "https://intern.example:9000/"),
        ("10.0.0.0/8", "http://intern.example/"),
        ("10.0.0.0/8", "https://mixed.example/"),
        ("10.0.0.7:9000", "http://intern.example:9000/"),
        ("10.0.0.0/8:9000", "https://10.0.0.7:9000/"),
        ("127.0.0.1:8080", "http://127.0.0.1:8080/"),
        ("127.0.0.1:8080", "http://[::ffff:127.0.0.1]:8080/"),
        ("[::1]:8080", "http://[::1]:8080/"),
        ("[fd00::/8]:9000", "http://[fd00::7]:9000/"),
        ("fd00::/8", "https://mixed6.example/"),
        ("fd00::7", "https://[fd00::7]/"),
        ("public.example:9000", "https://public.example:9000/"),
        ("内网.example", "https://xn--v6q792i.example/"),
    ],
)
async def test_allowed_addresses_are_taken(allowed: str, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NAMES, "xn--v6q792i.example", ["10.0.0.9"])

    assert await ask(url, AddressRules.parse([allowed]))


@pytest.mark.parametrize(
    ("allowed", "url"),
    [
        ("intern.example:9000", "https://intern.example/"),
        ("intern.example", "http://intern.example:9000/"),
        ("intern.example", "https://sub.intern.example/"),
        ("intern.example", "https://loop.example/"),
        ("10.0.0.0/8:9000", "https://intern.example/"),
        ("10.0.0.0/8", "https://intern.example:9000/"),
        ("10.0.0.0/8", "http://public.example/"),
        ("10.0.0.0/8:9000", "https://public.example:9000/"),
        ("10.0.0.0/8", "http://mixed.example/"),
        ("10.0.0.0/8", "https://mixed6.example/"),
        ("127.0.0.1:8080", "http://127.0.0.2:8080/"),
        ("127.0.0.1:8080", "http://127.0.0.1:8081/"),
        ("::/0", "https://127.0.0.1/"),
    ],
)
async def test_what_is_allowed_opens_nothing_else(allowed: str, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NAMES, "sub.intern.example", ["10.0.0.7"])

    with pytest.raises(Refused):
        await ask(url, AddressRules.parse([allowed]))


@pytest.mark.parametrize(
    "entry",
    [
        "*",
        "*.example",
        "a b",
        "10.0.0.1/8",
        "10.0.0.0/33",
        "127.1",
        "0x7f.1",
        "example:0",
        "example:65536",
        "example:http",
        "example:",
        "[::1",
        "[example]:80",
        "[::1]x",
        "1:2:3",
        "https://intern.example",
        "user@intern.example",
    ],
)
def test_entry_that_is_none_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match="is none of"):
        AddressRules.parse(["10.0.0.0/8", entry])


@pytest.mark.parametrize("address", ["8.8.8.8", "192.0.1.1", "172.32.0.1", "2001:4860:4860::8888", "2620:fe::fe"])
def test_addresses_beside_the_forbidden_networks_are_public(address: str) -> None:
    assert is_public(ip_address(address))
