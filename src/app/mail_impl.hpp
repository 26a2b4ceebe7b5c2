// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of app::Mail: settings (mail_settings.cpp), the outbox (mail_outbox.cpp), reading (mail_answers.cpp), what an
// answer does (mail_landing.cpp), and what runs by itself (mail.cpp).
#pragma once

#include <vigie/app/mail.hpp>

#include <condition_variable>
#include <mutex>
#include <thread>

namespace vigie::app {

/// How far the folder was read, and whether the password was refused; kept in the workspace.
struct MailState {
    std::uint32_t uidValidity = 0, lastUid = 0;
    bool signInNeeded = false;
};
Result<MailState> mailState(store::Tx &tx);
Result<void> setMailState(store::Tx &tx, const MailState &state);
Result<void> setMailSettings(store::Tx &tx, const std::optional<MailSettings> &settings);

/// What the colleague gets to see of the mention: who, when, where and what, and never a note.
Result<std::string> mentionSlip(store::Tx &tx, TicketId ticket);

/// HTML alone becomes text here; this is the first room that can read it.
void readHtml(net::IncomingMail &mail);
/// All questions that a mail may belong to, newest first.
Result<std::vector<net::SentQuestion>> knownQuestions(store::Tx &tx);
struct Landed {
    QuestionId question;
    TicketId ticket;
    bool fresh = false; ///< false: this very mail was here already
};
/// Keeps the mail with the question it was matched to (or with the one that it reminds of), and does what follows from it.
Result<Landed> landMail(store::Tx &tx, const net::IncomingMail &mail, QuestionId matched);
/// The same for what a person said, however it came.
Result<Landed> landReply(store::Tx &tx, const QuestionReply &reply);
/// Writes a question down: subject and message id with its number, and the text that is made with its code.
Result<Question> writeQuestion(store::Tx &tx, Question question, const std::string &senderAddress, const std::function<std::string(const std::string &code)> &text);

/// Stops when either of two does.
class EitherStop {
public:
    EitherStop(const std::stop_token &a, const std::stop_token &b) : first_(a, Ask{source_}), second_(b, Ask{source_}) {}
    [[nodiscard]] std::stop_token token() const { return source_.get_token(); }

private:
    struct Ask {
        std::stop_source source;
        void operator()() { source.request_stop(); }
    };
    std::stop_source source_;
    std::stop_callback<Ask> first_, second_;
};

struct Mail::Impl {
    store::Store &store;
    std::shared_ptr<net::SecretStore> secrets;
    const Clock &clock;

    std::mutex delivering, listening; ///< one at a time of each
    std::unique_ptr<net::MailReader> reader; ///< of collectNext; under `listening`
    std::optional<MailSettings> readerSettings;

    std::stop_source stop;
    std::mutex mutex; ///< guards what follows
    std::condition_variable_any wake;
    bool news = false; ///< something new may be due
    std::unique_ptr<SerialWorker> worker; ///< for the calls of a window
    std::jthread postman, listener;

    Impl(store::Store &storeToUse, std::shared_ptr<net::SecretStore> secretStore, const Clock &clockToUse)
        : store(storeToUse), secrets(std::move(secretStore)), clock(clockToUse)
    {
    }

    Result<MailSettings> settings();
    Result<MailSettings> trusting(MailSettings settings);
    Result<Secret> password(const MailSettings &settings);
    Result<MailTest> test(const MailSettings &settings, const Secret &password, const std::stop_token &stopToken);
    Result<void> save(const MailSettings &settings, const Secret &password);
    Result<void> remove();

    Result<QuestionId> passOn(const PassOn &question);
    Result<void> cancel(QuestionId id);
    Result<DeliveryReport> deliver(const std::stop_token &stopToken);

    Result<CollectReport> collect(const std::stop_token &stopToken);
    Result<CollectReport> collectNext(std::chrono::milliseconds howLong, const std::stop_token &stopToken);
    Result<CollectReport> collectWith(net::MailReader &from, const MailSettings &settings);

    void poke();
    void runPostman(const std::stop_token &stopToken);
    void runListener(const std::stop_token &stopToken);

    template <class T>
    void run(Executor &reply, std::function<Result<T>()> job, std::function<void(Result<T>)> done)
    {
        const std::lock_guard guard(mutex);
        if (!worker)
            worker = std::make_unique<SerialWorker>("mail");
        worker->post([&reply, job = std::move(job), done = std::move(done)] {
            auto answer = std::make_shared<Result<T>>(job());
            reply.post([answer, done] { done(std::move(*answer)); });
        });
    }
};

} // namespace vigie::app
