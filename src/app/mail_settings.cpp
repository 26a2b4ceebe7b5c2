// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail_impl.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/audit.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/questions.hpp>

#include <nlohmann/json.hpp>

namespace vigie::app {

namespace {

using Json = nlohmann::json;

Json toJson(const net::MailServer &server)
{
    return {{"host", server.host}, {"port", server.port}, {"security", net::toString(server.security)}, {"user", server.user}, {"ca", server.caFile}};
}

std::string text(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

net::MailServer serverFrom(const Json &object)
{
    net::MailServer out;
    if (!object.is_object())
        return out;
    out.host = text(object, "host");
    const auto port = object.find("port");
    out.port = port != object.end() && port->is_number_integer() ? port->get<int>() : 0;
    out.security = net::mailSecurityFrom(text(object, "security")).value_or(net::MailSecurity::Tls);
    out.user = text(object, "user");
    out.caFile = text(object, "ca");
    return out;
}

/// Key of the password in the secret store.
std::string secretKey(const MailSettings &settings)
{
    return "mail|" + settings.sender.address;
}

Result<void> checkServer(const net::MailServer &server, const char *which)
{
    if (server.host.empty() || server.host.find_first_of(" /@\\\r\n") != std::string::npos)
        return fail(Errc::InvalidInput, std::string(which) + ": not the name of a server");
    if (server.port < 1 || server.port > 65535)
        return fail(Errc::InvalidInput, std::string(which) + ": not a port");
    if (server.user.empty())
        return fail(Errc::InvalidInput, std::string(which) + ": no user name");
    return {};
}

} // namespace

Result<std::optional<MailSettings>> mailSettings(store::Tx &tx)
{
    VIGIE_TRY(const auto kept, store::Settings(tx).get(kMailAccount.key));
    const auto object = Json::parse(kept.value_or(""), nullptr, false);
    if (!object.is_object())
        return std::optional<MailSettings>();
    MailSettings out;
    out.sender = {text(object, "name"), text(object, "address")};
    out.outgoing = serverFrom(object.value("outgoing", Json()));
    out.incoming = serverFrom(object.value("incoming", Json()));
    out.folder = text(object, "folder");
    return std::optional<MailSettings>(std::move(out));
}

Result<void> setMailSettings(store::Tx &tx, const std::optional<MailSettings> &settings)
{
    if (!settings)
        return store::Settings(tx).set(kMailAccount.key, "");
    const Json object{{"name", settings->sender.name}, {"address", settings->sender.address}, {"outgoing", toJson(settings->outgoing)},
                      {"incoming", toJson(settings->incoming)}, {"folder", settings->folder}};
    return store::Settings(tx).set(kMailAccount.key, object.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Result<MailState> mailState(store::Tx &tx)
{
    VIGIE_TRY(const auto kept, store::Settings(tx).get(kMailState.key));
    MailState out;
    const auto object = Json::parse(kept.value_or(""), nullptr, false);
    if (!object.is_object())
        return out;
    const auto number = [&](const char *key) {
        const auto found = object.find(key);
        return found != object.end() && found->is_number_unsigned() ? found->get<std::uint32_t>() : 0U;
    };
    out.uidValidity = number("uidvalidity");
    out.lastUid = number("uid");
    const auto held = object.find("sign_in");
    out.signInNeeded = held != object.end() && held->is_boolean() && held->get<bool>();
    return out;
}

Result<void> setMailState(store::Tx &tx, const MailState &state)
{
    const Json object{{"uidvalidity", state.uidValidity}, {"uid", state.lastUid}, {"sign_in", state.signInNeeded}};
    return store::Settings(tx).set(kMailState.key, object.dump());
}

Result<void> checkMailSettings(const MailSettings &settings)
{
    if (!net::isMailAddress(settings.sender.address))
        return fail(Errc::InvalidInput, "not a mail address: " + settings.sender.address);
    VIGIE_CHECK(checkServer(settings.outgoing, "outgoing server"));
    VIGIE_CHECK(checkServer(settings.incoming, "incoming server"));
    if (settings.folder.empty())
        return fail(Errc::InvalidInput, "no folder");
    return {};
}

Result<MailSettings> Mail::Impl::settings()
{
    VIGIE_TRY(auto kept, store.readNow<std::optional<MailSettings>>([](store::Tx &tx) { return mailSettings(tx); }));
    if (!kept)
        return fail(Errc::NotFound, "no mail account was entered yet");
    return trusting(std::move(*kept));
}

/// With the certificate authority of the workspace where the account names none.
Result<MailSettings> Mail::Impl::trusting(MailSettings settings)
{
    VIGIE_TRY(const auto authority, store.readNow<std::optional<std::string>>([](store::Tx &tx) { return store::Settings(tx).get(kAuthorityFile.key); }));
    for (auto *server : {&settings.outgoing, &settings.incoming})
        if (server->caFile.empty())
            server->caFile = authority.value_or("");
    return settings;
}

Result<Secret> Mail::Impl::password(const MailSettings &settings)
{
    return secrets->get(secretKey(settings));
}

Result<MailTest> Mail::Impl::test(const MailSettings &wanted, const Secret &given, const std::stop_token &stopToken)
{
    VIGIE_CHECK(checkMailSettings(wanted));
    VIGIE_TRY(const auto settings, trusting(wanted));
    Secret secret = given;
    if (secret.empty()) {
        VIGIE_TRY(secret, password(settings));
    }
    MailTest out;
    if (auto done = net::MailSender(settings.outgoing, secret).check(stopToken); !done)
        out.outgoing = std::move(done.error());
    net::MailReader incoming(settings.incoming, secret);
    if (auto done = incoming.connect(stopToken); !done)
        out.incoming = std::move(done.error());
    else if (auto folder = incoming.examine(settings.folder); !folder)
        out.incoming = std::move(folder.error());
    return out;
}

Result<void> Mail::Impl::save(const MailSettings &settings, const Secret &given)
{
    VIGIE_CHECK(checkMailSettings(settings));
    if (given.empty())
        VIGIE_CHECK(password(settings));
    else
        VIGIE_CHECK(secrets->set(secretKey(settings), given)); // first: an account without its password is of no use
    VIGIE_CHECK(store.writeNow<void>(
        [&](store::Tx &tx) -> Result<void> {
            VIGIE_TRY(const auto before, mailSettings(tx));
            VIGIE_TRY(auto state, mailState(tx));
            state.signInNeeded = false;
            if (!before || before->incoming.host != settings.incoming.host || before->incoming.user != settings.incoming.user || before->folder != settings.folder)
                state.uidValidity = state.lastUid = 0; // another folder is read from its beginning
            VIGIE_CHECK(setMailState(tx, state));
            VIGIE_CHECK(setMailSettings(tx, settings));
            store::Questions questions(tx);
            VIGIE_TRY(auto held, questions.list(10'000));
            for (auto &question : held) {
                if (question.dueAt || (question.state != QuestionState::Waiting && question.state != QuestionState::Sent))
                    continue;
                for (const auto &one : question.recipients)
                    if (one.state == QuestionRecipient::State::Waiting)
                        question.dueAt = tx.now();
                if (question.dueAt)
                    VIGIE_CHECK(questions.update(question));
            }
            return store::Audit(tx).add("person", "mail.saved", settings.sender.address, settings.outgoing.host);
        },
        store::Durability::Full));
    poke();
    return {};
}

Result<void> Mail::Impl::remove()
{
    VIGIE_TRY(const auto kept, settings());
    VIGIE_CHECK(store.writeNow<void>(
        [&](store::Tx &tx) -> Result<void> {
            VIGIE_CHECK(setMailSettings(tx, std::nullopt));
            VIGIE_CHECK(setMailState(tx, {}));
            return store::Audit(tx).add("person", "mail.removed", kept.sender.address, "");
        },
        store::Durability::Full));
    if (const auto erased = secrets->erase(secretKey(kept)); !erased && erased.error().code != Errc::NoSecret)
        return fail(erased.error());
    return {};
}

} // namespace vigie::app
