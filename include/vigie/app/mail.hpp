// SPDX-License-Identifier: GPL-3.0-or-later
// Passing questions to colleagues by mail and collecting their answers: the settings of the two servers, the outbox, and the
// reading that brings each answer to its question.
// Thread: from any thread. Functions with a reply executor answer there, once; those called ...AndWait wait for the servers
// and are for engine threads and programs without a window.
// Errors: NotFound (no mail account yet, no such question), AuthRevoked (sign in again: nothing is tried until the password is
// given anew), those of net/mail_transport.hpp, Storage, NoSecret, InvalidInput.
#pragma once

#include <vigie/base/clock.hpp>
#include <vigie/base/executor.hpp>
#include <vigie/model/question.hpp>
#include <vigie/net/mail_transport.hpp>
#include <vigie/net/secret_store.hpp>
#include <vigie/store/store.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace vigie::app {

/// Kept in the workspace; the password is in the secret store, one for both servers.
struct MailSettings {
    net::MailAddress sender;
    net::MailServer outgoing, incoming; ///< submission and IMAP
    std::string folder = "INBOX";
    friend bool operator==(const MailSettings &, const MailSettings &) = default;
};
/// None when no mail account was entered.
Result<std::optional<MailSettings>> mailSettings(store::Tx &tx);
/// What a person has to be told before they are saved: InvalidInput names the field.
Result<void> checkMailSettings(const MailSettings &settings);

struct MailTest {
    std::optional<Error> outgoing, incoming; ///< none: it signed in (and found the folder)
    [[nodiscard]] bool ok() const { return !outgoing && !incoming; }
};

struct PassOn {
    TicketId ticket; ///< none: a question of its own
    std::vector<net::MailAddress> to;
    std::string subject, text;
    bool quoteMention = true; ///< with a ticket: what the member wrote and where it stands goes along; never a note
};

struct DeliveryReport {
    int sent = 0, refused = 0, waiting = 0; ///< recipients: reached, given up, tried again later
    std::optional<Error> error;             ///< what kept those who wait
    std::optional<Instant> next;            ///< when they are tried again
};
struct CollectReport {
    int answers = 0, automatic = 0, bounces = 0; ///< that are new
    bool readAnew = false;                       ///< the server renumbered the folder: all of it was read again
    std::vector<QuestionId> answered;            ///< questions with something new
};

class Mail {
public:
    Mail(store::Store &store, std::shared_ptr<net::SecretStore> secrets, const Clock &clock);
    ~Mail(); ///< stops what runs; what was committed stays
    Mail(const Mail &) = delete;
    Mail &operator=(const Mail &) = delete;

    // the account --------------------------------------------------------------------------------------------------
    /// Signs in at both servers; an empty password means the one that is kept. Nothing is sent and nothing is saved.
    void test(MailSettings settings, Secret password, std::stop_token stop, Executor &reply, std::function<void(Result<MailTest>)> done);
    Result<MailTest> testAndWait(const MailSettings &settings, const Secret &password, std::stop_token stop = {});
    /// An empty password keeps the one that is there. What waited for a new password leaves at the next delivery.
    void save(MailSettings settings, Secret password, Executor &reply, std::function<void(Result<void>)> done);
    Result<void> saveAndWait(const MailSettings &settings, const Secret &password);
    /// Forgets servers and password; questions and answers stay.
    void remove(Executor &reply, std::function<void(Result<void>)> done);
    Result<void> removeAndWait();

    // questions ----------------------------------------------------------------------------------------------------
    /// Writes the question into the outbox; with start() it leaves at once.
    void passOn(PassOn question, Executor &reply, std::function<void(Result<QuestionId>)> done);
    Result<QuestionId> passOnAndWait(const PassOn &question);
    /// Takes back what has not left; Conflict when nobody waits for it any more.
    void cancel(QuestionId question, Executor &reply, std::function<void(Result<void>)> done);
    Result<void> cancelAndWait(QuestionId question);

    // sending and reading ------------------------------------------------------------------------------------------
    void deliver(std::stop_token stop, Executor &reply, std::function<void(Result<DeliveryReport>)> done);
    Result<DeliveryReport> deliverAndWait(std::stop_token stop = {});
    void collect(std::stop_token stop, Executor &reply, std::function<void(Result<CollectReport>)> done);
    Result<CollectReport> collectAndWait(std::stop_token stop = {});
    /// Until something arrived in the folder or `howLong` passed, then collects; keeps its connection for the next call and
    /// opens a new one when the server closed it.
    Result<CollectReport> collectNextAndWait(std::chrono::milliseconds howLong, std::stop_token stop = {});
    /// Something was put into the outbox beside this object: what is due leaves now, when start() was called.
    void wake();
    /// From now on questions leave when they are due, and answers are collected as they arrive. Returns at once.
    void start();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::app
