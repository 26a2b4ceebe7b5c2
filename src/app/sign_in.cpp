// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in through the browser: register once, send the person there, take the code back (by loopback or by hand),
// exchange it. State and PKCE verifier never leave this object.
#include "app/workspace_impl.hpp"

#include <vigie/base/random.hpp>
#include <vigie/connect/extensions.hpp>
#include <vigie/net/oauth.hpp>

namespace vigie::app {

namespace {

constexpr const char *kPasteRedirect = "urn:ietf:wg:oauth:2.0:oob";

class BrowserSignIn final : public SignIn, public PendingSignIn, public std::enable_shared_from_this<BrowserSignIn> {
public:
    using Exchange = std::function<Result<net::Response>(net::Request)>;

    BrowserSignIn(const connect::Connector &connector, AddAccount account) : connector_(connector), account_(std::move(account)) {}

    /// On the account worker: registers and tells where to go.
    Result<std::string> prepare(const Exchange &exchange, bool paste, std::chrono::milliseconds patience, const std::stop_token &stop, Executor &worker)
    {
        if (!account_.instance.empty()) {
            VIGIE_TRY(account_.instance, connect::normaliseInstance(account_.instance, account_.allowPrivate));
        }
        state_ = randomKey();
        pkce_ = net::makePkce();
        redirect_ = kPasteRedirect;
        VIGIE_CHECK(sealApp());
        if (!paste && !sealed_) {
            const auto *way = connector_.describe().way(connect::AuthKind::OAuthCode);
            VIGIE_TRY(listener_, net::LoopbackRedirect::start(state_, patience, stop, worker,
                                                              [self = weak_from_this()](Result<Secret> code) {
                                                                  if (const auto alive = self.lock())
                                                                      alive->received(std::move(code));
                                                              },
                                                              way != nullptr ? way->redirectPort : std::uint16_t{0}));
            redirect_ = listener_->redirectUri();
        }
        VIGIE_CHECK(findApp(exchange));
        VIGIE_TRY(auto url, connector_.authorizeUrl(account_.instance, app_, redirect_, state_, pkce_.challenge));
        const std::lock_guard guard(mutex_);
        url_ = url;
        return url;
    }

    /// Where the answer of the browser is the access, sealed: a key pair for this once.
    Result<void> sealApp()
    {
        const auto *opener = connect::extension<connect::OpensAnswers>(connector_);
        auto made = opener != nullptr ? opener->makeApp() : Result<connect::Connector::OAuthApp>(fail(Errc::Unsupported));
        if (made) {
            app_ = std::move(*made);
            sealed_ = true;
        } else if (made.error().code != Errc::Unsupported) {
            return fail(made.error());
        }
        return {};
    }

    /// Who asks for the access: made here for this once, a registration made on the spot, or the person's own application.
    Result<void> findApp(const Exchange &exchange)
    {
        if (sealed_)
            return {};
        auto request = connector_.buildRegister(account_.instance, redirect_);
        if (request) {
            VIGIE_TRY(const auto answer, exchange(std::move(*request)));
            VIGIE_TRY(app_, connector_.parseRegister(answer));
            return {};
        }
        if (request.error().code != Errc::Unsupported)
            return fail(request.error());
        app_ = {std::string(account_.typed.field(kClientId).reveal()), account_.typed.field(kClientSecret)};
        for (const auto &setting : account_.settings)
            if (app_.clientId.empty() && setting.key == kClientId)
                app_.clientId = setting.value;
        if (app_.clientId.empty())
            return fail(Errc::InvalidInput, "missing: client_id");
        return {};
    }

    /// On the account worker: turns the code into a token.
    Result<AddAccount> complete(const Exchange &exchange, const Secret &code, Instant now)
    {
        if (sealed_) {
            VIGIE_TRY(account_.credential, connect::extension<connect::OpensAnswers>(connector_)->openAnswer(app_, state_, std::string(code.reveal()), now));
            return account_; // the key that opened it ends here
        }
        VIGIE_TRY(auto request, connector_.buildToken(account_.instance, app_, redirect_, std::string(code.reveal()), pkce_.verifier));
        VIGIE_TRY(const auto answer, exchange(std::move(request)));
        VIGIE_TRY(account_.credential, connector_.parseToken(answer, now));
        account_.credential.set(kClientId, Secret(app_.clientId)); // renewing and revoking ask for them
        if (!app_.clientSecret.empty())
            account_.credential.set(kClientSecret, app_.clientSecret);
        return account_;
    }

    /// Who hears of the code. A pasted code has no listener that would notice the stop.
    void expect(std::function<void(Result<Secret>)> onCode, const std::stop_token &stop)
    {
        {
            const std::lock_guard guard(mutex_);
            onCode_ = std::move(onCode);
        }
        onStop_ = std::make_unique<StopCallback>(stop, [this] { received(fail(Errc::Cancelled, "stopped")); });
    }
    /// What goes on is answered elsewhere: neither the listener nor a late code may answer a second time.
    void giveUp()
    {
        std::function<void(Result<Secret>)> dropped;
        {
            const std::lock_guard guard(mutex_);
            std::swap(dropped, onCode_);
        }
        listener_.reset();
    }
    void abandon() override
    {
        received(fail(Errc::Cancelled, "the workspace closes"));
        listener_.reset();
    }

    [[nodiscard]] std::string url() const override
    {
        const std::lock_guard guard(mutex_);
        return url_;
    }
    [[nodiscard]] bool wantsCode() const override { return redirect_.rfind("http", 0) != 0; }
    void giveCode(const std::string &code) override
    {
        const auto begin = code.find_first_not_of(" \t\r\n");
        if (begin == std::string::npos)
            return;
        received(Secret(code.substr(begin, code.find_last_not_of(" \t\r\n") - begin + 1)));
    }

private:
    void received(Result<Secret> code)
    {
        std::function<void(Result<Secret>)> once;
        {
            const std::lock_guard guard(mutex_);
            std::swap(once, onCode_); // the loopback and the pasted code may both come: the first one counts
        }
        if (once)
            once(std::move(code));
    }

    const connect::Connector &connector_;
    AddAccount account_;
    connect::Connector::OAuthApp app_;
    net::Pkce pkce_;
    std::string state_, redirect_, url_;
    bool sealed_ = false;                  ///< the pasted answer is the access, sealed for the key of `app_`
    std::unique_ptr<net::LoopbackRedirect> listener_;
    mutable std::mutex mutex_;
    std::function<void(Result<Secret>)> onCode_;
    using StopCallback = std::stop_callback<std::function<void()>>;
    std::unique_ptr<StopCallback> onStop_; ///< last: gone before what it calls
};

} // namespace

std::shared_ptr<SignIn> Workspace::signIn(AddAccount account, bool pasteCode, std::stop_token stop, Executor &reply,
                                          std::function<void(std::string url)> openBrowser, std::function<void(Result<AccountId>)> done)
{
    auto *impl = impl_.get();
    const auto *connector = impl->catalogue.find(account.connector);
    if (connector == nullptr) {
        reply.post([done] { done(fail(Errc::InvalidInput, "no such network")); });
        return nullptr;
    }
    const bool house = account.allowPrivate; // all that is asked goes to the one server that was named
    auto flow = std::make_shared<BrowserSignIn>(*connector, std::move(account));
    const BrowserSignIn::Exchange exchange = [impl, stop, house](net::Request request) {
        request.privateNetwork = house;
        return impl->exchange(std::move(request), stop);
    };
    const auto finish = [&reply, done](Result<AccountId> result) {
        auto shared = std::make_shared<Result<AccountId>>(std::move(result));
        reply.post([done, shared] { done(std::move(*shared)); });
    };
    {
        const std::lock_guard guard(impl->mutex);
        std::erase_if(impl->signIns, [](const auto &one) { return one.expired(); });
        impl->signIns.push_back(flow);
    }
    impl->accountWorker->post([impl, flow, exchange, finish, pasteCode, stop, &reply, openBrowser] {
        const auto onCode = [impl, flow = std::weak_ptr(flow), exchange, finish, stop](Result<Secret> code) {
            const auto alive = flow.lock();
            if (!alive || !code)
                return finish(fail(code ? Error{Errc::Cancelled, {}, 0, {}, {}} : code.error()));
            impl->accountWorker->post([impl, alive, exchange, finish, stop, code = std::move(*code)] {
                auto complete = alive->complete(exchange, code, impl->clock->now());
                finish(complete ? impl->add(*complete, stop) : Result<AccountId>(fail(complete.error())));
            });
        };
        auto url = flow->prepare(exchange, pasteCode, impl->options.signInPatience, stop, *impl->accountWorker);
        if (url)
            flow->expect(onCode, stop);
        else
            flow->giveUp();
        if (!url)
            return finish(fail(url.error()));
        if (!stop.stop_requested())
            reply.post([openBrowser, address = *url] { openBrowser(address); });
    });
    return flow;
}

} // namespace vigie::app
