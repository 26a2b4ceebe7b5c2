// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mail_impl.hpp"

#include <vigie/base/log.hpp>
#include <vigie/base/random.hpp>
#include <vigie/net/backoff.hpp>
#include <vigie/store/questions.hpp>

#include <algorithm>

namespace vigie::app {

namespace {

constexpr std::chrono::minutes kListen{20};      // one waiting; servers end them after half an hour
constexpr std::chrono::seconds kReconnectBase{5};
constexpr std::chrono::minutes kReconnectCap{5};
constexpr std::chrono::minutes kLookAgain{15};   // when nothing is due

} // namespace

Mail::Mail(store::Store &store, std::shared_ptr<net::SecretStore> secrets, const Clock &clock) : impl_(std::make_unique<Impl>(store, std::move(secrets), clock)) {}

Mail::~Mail()
{
    impl_->stop.request_stop();
    impl_->poke();
    for (auto *thread : {&impl_->postman, &impl_->listener})
        if (thread->joinable()) {
            thread->request_stop();
            thread->join();
        }
    impl_->worker.reset(); // what is queued answers, stopped
}

void Mail::Impl::poke()
{
    {
        const std::lock_guard guard(mutex);
        news = true;
    }
    wake.notify_all();
}

void Mail::wake()
{
    impl_->poke();
}

void Mail::start()
{
    const std::lock_guard guard(impl_->mutex);
    if (impl_->postman.joinable())
        return;
    impl_->postman = std::jthread([impl = impl_.get()](const std::stop_token &token) { impl->runPostman(token); });
    impl_->listener = std::jthread([impl = impl_.get()](const std::stop_token &token) { impl->runListener(token); });
}

void Mail::Impl::runPostman(const std::stop_token &stopToken)
{
    while (!stopToken.stop_requested()) {
        const auto report = deliver(stopToken);
        auto sleep = std::chrono::duration_cast<std::chrono::milliseconds>(kLookAgain);
        if (report && report->next)
            sleep = std::clamp(std::chrono::ceil<std::chrono::milliseconds>(*report->next - clock.now()), std::chrono::milliseconds{100}, sleep);
        std::unique_lock guard(mutex);
        wake.wait_for(guard, stopToken, sleep, [this] { return news; });
        news = false;
    }
}

void Mail::Impl::runListener(const std::stop_token &stopToken)
{
    net::Backoff backoff(static_cast<std::uint64_t>(toMicros(clock.now())), kReconnectBase, kReconnectCap);
    while (!stopToken.stop_requested()) {
        const auto collected = collectNext(kListen, stopToken);
        std::chrono::milliseconds sleep{0};
        if (collected) {
            backoff.reset();
        } else if (collected.error().code == Errc::Network && backoff.attempts() == 0) {
            sleep = backoff.next() / 5; // a connection that was closed is opened again soon
        } else {
            const bool askPerson = collected.error().code == Errc::AuthRevoked || collected.error().code == Errc::NotFound || collected.error().code == Errc::NoSecret;
            sleep = askPerson ? std::chrono::duration_cast<std::chrono::milliseconds>(kLookAgain) : backoff.next();
            if (collected.error().code != Errc::Cancelled && collected.error().code != Errc::NotFound)
                log::warning("mail", "reading: {}", errcName(collected.error().code));
        }
        if (sleep.count() > 0) {
            std::mutex alone;
            std::unique_lock guard(alone);
            std::condition_variable_any stopped;
            stopped.wait_for(guard, stopToken, sleep, [] { return false; });
        }
    }
}

void Mail::test(MailSettings settings, Secret password, std::stop_token stop, Executor &reply, std::function<void(Result<MailTest>)> done)
{
    impl_->run<MailTest>(reply, [impl = impl_.get(), settings = std::move(settings), password = std::move(password), stop] {
        const EitherStop either(stop, impl->stop.get_token());
        return impl->test(settings, password, either.token());
    }, std::move(done));
}

Result<MailTest> Mail::testAndWait(const MailSettings &settings, const Secret &password, std::stop_token stop)
{
    return impl_->test(settings, password, stop);
}

void Mail::save(MailSettings settings, Secret password, Executor &reply, std::function<void(Result<void>)> done)
{
    impl_->run<void>(reply, [impl = impl_.get(), settings = std::move(settings), password = std::move(password)] { return impl->save(settings, password); }, std::move(done));
}

Result<void> Mail::saveAndWait(const MailSettings &settings, const Secret &password)
{
    return impl_->save(settings, password);
}

void Mail::remove(Executor &reply, std::function<void(Result<void>)> done)
{
    impl_->run<void>(reply, [impl = impl_.get()] { return impl->remove(); }, std::move(done));
}

Result<void> Mail::removeAndWait()
{
    return impl_->remove();
}

void Mail::passOn(PassOn question, Executor &reply, std::function<void(Result<QuestionId>)> done)
{
    impl_->run<QuestionId>(reply, [impl = impl_.get(), question = std::move(question)] { return impl->passOn(question); }, std::move(done));
}

Result<QuestionId> Mail::passOnAndWait(const PassOn &question)
{
    return impl_->passOn(question);
}

void Mail::cancel(QuestionId question, Executor &reply, std::function<void(Result<void>)> done)
{
    impl_->run<void>(reply, [impl = impl_.get(), question] { return impl->cancel(question); }, std::move(done));
}

Result<void> Mail::cancelAndWait(QuestionId question)
{
    return impl_->cancel(question);
}

void Mail::deliver(std::stop_token stop, Executor &reply, std::function<void(Result<DeliveryReport>)> done)
{
    impl_->run<DeliveryReport>(reply, [impl = impl_.get(), stop] {
        const EitherStop either(stop, impl->stop.get_token());
        return impl->deliver(either.token());
    }, std::move(done));
}

Result<DeliveryReport> Mail::deliverAndWait(std::stop_token stop)
{
    return impl_->deliver(stop);
}

void Mail::collect(std::stop_token stop, Executor &reply, std::function<void(Result<CollectReport>)> done)
{
    impl_->run<CollectReport>(reply, [impl = impl_.get(), stop] {
        const EitherStop either(stop, impl->stop.get_token());
        return impl->collect(either.token());
    }, std::move(done));
}

Result<CollectReport> Mail::collectAndWait(std::stop_token stop)
{
    return impl_->collect(stop);
}

Result<CollectReport> Mail::collectNextAndWait(std::chrono::milliseconds howLong, std::stop_token stop)
{
    return impl_->collectNext(howLong, stop);
}

} // namespace vigie::app
