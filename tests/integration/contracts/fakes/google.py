# SPDX-License-Identifier: GPL-3.0-or-later
"""What all of Google's fakes share: tokens that end, errors in Google's form."""
import base64
import datetime
import json

from base import Answer, Fake, route


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def refuse(status, reason, message="refused by the fake", domain="global"):
    return Answer(status, {"error": {"code": status, "message": message, "errors": [{"message": message, "domain": domain, "reason": reason}]}})


class GoogleFake(Fake):
    content_type = "application/json; charset=UTF-8"
    scope = ""

    def reset(self):
        self.access, self.refresh, self.issued = {"access-1"}, {"refresh-1"}, 1
        self.now = datetime.datetime(2026, 11, 21, 10, 0, tzinfo=datetime.timezone.utc)
        self.service_email, self.page_size = "robot@project.iam.gserviceaccount.com", 0
        self.setup()

    def setup(self):
        raise NotImplementedError

    # ---- told by the test ----------------------------------------------------------------------------------------------

    def set_clock(self, minutes):
        """Moves the fake's clock on."""
        self.now += datetime.timedelta(minutes=minutes)
        return stamp(self.now)

    def expire(self):
        """Every access given so far is over; the refresh tokens live."""
        self.access.clear()
        return {}

    def revoke(self):
        """The person took the permission back in their Google account."""
        self.access.clear()
        self.refresh.clear()
        return {}

    def set_page_size(self, size):
        self.page_size = size
        return {}

    # ---- signing in ----------------------------------------------------------------------------------------------------

    def before(self, ask):
        if ask.path in ("/token", "/revoke") or ask.bearer in self.access:
            return None
        return Answer(401, {"error": {"code": 401, "message": "Request had invalid authentication credentials.", "status": "UNAUTHENTICATED",
                                      "errors": [{"message": "Invalid Credentials", "domain": "global", "reason": "authError"}]}})

    @route("POST", "/token")
    def token(self, ask):
        form, kind = ask.form, ask.form.get("grant_type", "")
        if kind == "refresh_token" and (form.get("refresh_token") not in self.refresh or form.get("client_id") != "client-1"):
            return Answer(400, {"error": "invalid_grant", "error_description": "Token has been expired or revoked."})
        if kind == "authorization_code" and (form.get("code") != "code-1" or not form.get("code_verifier")):
            return Answer(400, {"error": "invalid_grant", "error_description": "Malformed auth code."})
        if kind.endswith("jwt-bearer") and not self.good_word(form.get("assertion", "")):
            return Answer(400, {"error": "invalid_grant", "error_description": "Invalid JWT Signature."})
        self.issued += 1
        access = f"access-{self.issued}"
        self.access.add(access)
        given = {"access_token": access, "token_type": "Bearer", "expires_in": 3599, "scope": self.scope}
        if kind == "authorization_code":
            given["refresh_token"] = "refresh-1"
        return Answer(200, given)

    def good_word(self, word):
        """Claims as RFC 7523 wants them; the signature is judged in the unit tests, by OpenSSL's other half."""
        parts = word.split(".")
        if len(parts) != 3:
            return False
        header, claims = (json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))) for part in parts[:2])
        return (header.get("alg") == "RS256" and claims.get("iss") == self.service_email and claims.get("scope") == self.scope
                and claims.get("aud") == "https://oauth2.googleapis.com/token" and 0 < claims.get("exp", 0) - claims.get("iat", 0) <= 3600)

    def page(self, ask, entries, size_name, token_name, default):
        """A slice and the token of the next one, as all of Google's lists have it."""
        size = self.page_size or int(ask.one(size_name, str(default)))
        token = ask.one(token_name)
        start = int(token[5:]) if token.startswith("page-") else 0
        following = f"page-{start + size}" if start + size < len(entries) else ""
        return entries[start:start + size], following
