"""The three open addresses: logging in, logging out, and a sign of life."""

from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.endpoints import HTTPEndpoint
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from luko import sessions
from luko.gate import cookie, entry, pages, requests
from luko.gate.throttle import Throttle

LARGEST_FORM_BYTES = 8 * 1024
REFUSED = "Gebruikersnaam of wachtwoord klopt niet."
_throttle = Throttle()


class Login(HTTPEndpoint):
    """`/inloggen`: the form, and what was typed in it."""

    async def get(self, request: Request) -> Response:
        """The form; someone with a session goes straight on."""
        target = requests.safe_target(request.query_params.get("naar", "/"))
        token = cookie.token_of(request.scope)
        if await run_in_threadpool(sessions.account_of, token) is not None:
            return RedirectResponse(target, status_code=303)
        return pages.login(target)

    async def post(self, request: Request) -> Response:
        """A new session and the page asked for, or the form again."""
        if not requests.is_from_this_site(request.scope):
            return pages.sentence("Dit formulier kwam niet van LUKO.", "Open de inlogpagina opnieuw.", 403)
        form = await _form(request)
        if form is None:
            return pages.sentence("Dit formulier is te groot.", "Open de inlogpagina opnieuw.", 413)
        name, target = form.get("naam", "")[:100], requests.safe_target(form.get("naar", "/"))
        address = request.client.host if request.client else ""
        wait = _throttle.take(name.strip().casefold(), address)
        if wait:
            return await _later(target, name, wait)
        token = await run_in_threadpool(entry.enter, name, form.get("wachtwoord", ""))
        if token is None:
            return pages.login(target, name=name, message=REFUSED, status=401)
        _throttle.succeeded(name.strip().casefold(), address)
        return await _welcome(request, target, token)


class Logout(HTTPEndpoint):
    """`/uitloggen`: ends the session on a click on our own link, asks first when another site led here."""

    async def get(self, request: Request) -> Response:
        """The login page, logged out; the question instead when it may not be the person who asks."""
        if not requests.is_own_click(request.scope):
            return pages.logout()
        return await _farewell(request)

    async def head(self, _request: Request) -> Response:
        """Nothing: asking about a page does not log out."""
        return Response(status_code=405)

    async def post(self, request: Request) -> Response:
        """The login page, logged out."""
        if not requests.is_from_this_site(request.scope):
            return pages.logout()
        return await _farewell(request)


class Health(HTTPEndpoint):
    """`/gezondheid`: the server is up. Says nothing else, because anyone may ask."""

    async def get(self, _request: Request) -> Response:
        """200 and "ok"."""
        return PlainTextResponse("ok")


async def _form(request: Request) -> dict[str, str] | None:
    """The fields of a posted form; None when it is larger than a login can be."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LARGEST_FORM_BYTES:
            return None
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[0] for name, values in fields.items()}


async def _later(target: str, name: str, wait: int) -> HTMLResponse:
    await run_in_threadpool(entry.note_refusal, name)
    message = f"Te veel pogingen. Probeer het over {wait} {'seconde' if wait == 1 else 'seconden'} opnieuw."
    page = pages.login(target, name=name, message=message, status=429)
    page.headers["retry-after"] = str(wait)
    return page


async def _welcome(request: Request, target: str, token: str) -> Response:
    # The session of before ends: a token planted in the browser earlier is worth nothing after login.
    await run_in_threadpool(entry.leave, cookie.token_of(request.scope))
    response = RedirectResponse(target, status_code=303)
    cookie.give(response, request.scope, token)
    return response


async def _farewell(request: Request) -> Response:
    await run_in_threadpool(entry.leave, cookie.token_of(request.scope))
    response = RedirectResponse(requests.LOGIN, status_code=303)
    cookie.take_back(response, request.scope)
    return response
