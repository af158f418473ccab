"""The frame around every answer."""

import base64
import hashlib
import re

import pytest

from tests.browser.server import NAVIGATION


@pytest.mark.parametrize("path", ["/inloggen", "/gezondheid", "/overzicht", "/static/js/x.js", "/uitloggen", "/"])
def test_every_answer_carries_the_security_headers(running, path):
    for cookie in (None, running.log_in("nora").cookie):
        headers = running.ask(path, cookie=cookie).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "camera=()" in headers["permissions-policy"]
        policy = headers["content-security-policy"]
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-eval" not in policy
        assert "'unsafe-inline'" not in policy.split("style-src")[0]


def test_the_document_is_dutch_whole_and_not_kept(running):
    cookie = running.log_in("nora").cookie
    headers = {**NAVIGATION, "Accept-Encoding": "gzip", "Range": "bytes=0-10", "If-None-Match": "*"}
    answer = running.ask("/", cookie=cookie, headers=headers)
    assert answer.status == 200
    assert '<html lang="nl">' in answer.text
    assert "<title>LUKO</title>" in answer.text
    assert "JavaScript nodig" in answer.text
    assert "_stcore/agent" not in answer.text
    assert answer.headers["content-length"] == str(len(answer.body))
    assert answer.headers["cache-control"] == "no-store"
    assert answer.text.endswith("</html>\n")


def test_the_policy_allows_the_one_inline_script_of_streamlit_and_no_other(running):
    answer = running.ask("/", cookie=running.log_in("nora").cookie, headers=NAVIGATION)
    scripts = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    allowed = re.findall(r"'sha256-([^']+)'", answer.headers["content-security-policy"])
    assert [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts] == allowed
    assert len(allowed) == 1


def test_a_bundle_may_be_kept_by_the_browser_but_not_on_the_way(running):
    cookie = running.log_in("nora").cookie
    document = running.ask("/", cookie=cookie, headers=NAVIGATION).text
    bundle = re.search(r'src="\.(/static/js/index[^"]+)"', document).group(1)
    answer = running.ask(bundle, cookie=cookie)
    assert answer.status == 200
    assert "private" in answer.headers["cache-control"]
    assert "public" not in answer.headers["cache-control"]


def test_over_https_browsers_are_told_to_stay_there(running):
    secure = running.ask("/inloggen", headers={"X-Forwarded-Proto": "https"})
    assert "max-age" in secure.headers["strict-transport-security"]
    assert "strict-transport-security" not in running.ask("/inloggen").headers
