// SPDX-License-Identifier: GPL-3.0-or-later
// The one place where rooms are wired together: a workspace with its store, engines, accounts and practice network.
// Thread: everything here may be called from the thread of a window; long work runs on engine threads and answers on the
// executor given. Reads and writes go through store(): window.read([](Tx &tx) { return Desk(tx).queue(...); }).
// Errors: those of the rooms; open: Storage, StorageDamaged, SchemaTooNew, Busy (another process holds the workspace).
#pragma once

#include <vigie/app/discovery.hpp>
#include <vigie/app/health.hpp>
#include <vigie/app/recording.hpp>
#include <vigie/base/clock.hpp>
#include <vigie/connect/connector.hpp>
#include <vigie/intake/engine.hpp>
#include <vigie/intake/importer.hpp>
#include <vigie/net/secret_store.hpp>
#include <vigie/plan/publisher.hpp>
#include <vigie/store/store.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace vigie::practice { class Server; }
namespace vigie::insight { class Columns; }

namespace vigie::app {

class Mail; // mail.hpp
class Composing; // composing.hpp

/// $XDG_DATA_HOME/vigie, made when missing.
Result<std::string> dataFolder();
/// $XDG_CONFIG_HOME/vigie/recipes: networks that the person describes (docs/recipes.md); it need not exist.
[[nodiscard]] std::string recipesFolder();
/// The workspace opened last, or the practice workspace.
[[nodiscard]] std::string practicePath();

struct OpenWorkspace {
    std::string path;
    bool practice = false;               ///< starts the practice network and its account
    std::uint64_t practiceSeed = 20261121;
    bool engines = true;                 ///< false: only look (no lock taken)
    std::shared_ptr<net::SecretStore> secrets; ///< none: keyring, else what the caller decided
    std::chrono::milliseconds signInPatience{std::chrono::minutes{10}}; ///< how long a sign-in waits for the browser
};

struct AccountStatus {
    Account account;
    std::optional<Instant> seenUpTo;
    int openGaps = 0;
    bool syncing = false, live = false;  ///< live: a stream is open
    std::optional<Instant> nextSync, waitUntil; ///< waitUntil: the network asked for patience
    Health health;
};
/// What the status line says, kept current.
struct Status {
    std::vector<AccountStatus> accounts;
    int onTheirWay = 0, unknown = 0, failed = 0, missed = 0; ///< outbox
    std::optional<Instant> seenUpTo;
    int openGaps = 0;
    std::chrono::seconds gapTime{0};
    bool online = true;
    std::vector<Notice> notices;         ///< what is wrong, one line for one cause
};

/// Adding an account: what the dialog and the command line share.
struct AddAccount {
    std::string connector, instance;
    std::vector<AccountSetting> settings;
    connect::AuthKind way = connect::AuthKind::None; ///< how to sign in with what was `typed`
    connect::Credential typed;           ///< Secret fields of that way, by their key
    connect::Credential credential;      ///< ready made: a token that the person has already, or what a sign-in in the browser brought
    bool allowPrivate = false;           ///< the server may be at an address of a private network
    std::vector<AccountSetting> keyFiles; ///< paths by the key of their field, for readKeyFiles() to put into `typed`
};
/// An account that was taken away. That its token still lives at the network is for the person to know.
struct Removal {
    bool revoked = false;                ///< the network took the token back
    std::optional<Error> stillValid;     ///< why it did not; none when it did, or when there was no token
    std::string instance, name;          ///< where it still lives, and whose it was
};
/// A sign-in that waits for the person's browser.
class SignIn {
public:
    virtual ~SignIn() = default;
    [[nodiscard]] virtual std::string url() const = 0;           ///< to open in the browser
    /// Once there is a url(): nobody comes back from the browser by himself, what it shows is pasted.
    [[nodiscard]] virtual bool wantsCode() const { return false; }
    /// The copy-and-paste way.
    virtual void giveCode(const std::string &code) = 0;
};

/// What the person types on a page of the network (RFC 8628).
struct DeviceCode {
    std::string userCode, verifyUrl;
    Instant endsAt;
};

class Workspace {
public:
    static Result<std::unique_ptr<Workspace>> open(const OpenWorkspace &options);
    ~Workspace();                        ///< stops engines politely; what was committed stays

    [[nodiscard]] store::Store &store();
    [[nodiscard]] const Clock &clock() const;
    [[nodiscard]] const connect::Catalogue &catalogue() const;
    [[nodiscard]] net::SecretStore &secrets();
    [[nodiscard]] Mail &mail();                          ///< questions to colleagues and their answers
    [[nodiscard]] Composing &composing();                ///< links, mentions and files of what is being written
    [[nodiscard]] insight::Columns &columns();           ///< what figures are counted from, for jobs of the store
    [[nodiscard]] const std::string &path() const;
    [[nodiscard]] bool isPractice() const;
    [[nodiscard]] std::string zone() const;              ///< of the workspace
    [[nodiscard]] std::string person() const;            ///< who sits here, for notes and owners

    // engines ------------------------------------------------------------------------------------------------------
    /// Starts syncing on its own rhythm, live streams, publishing at due times, waking snoozed tickets. Returns at once.
    void start();
    void syncNow(std::optional<AccountId> account, std::stop_token stop, Executor &reply, std::function<void(Result<intake::SyncReport>)> done);
    void publishNow(std::stop_token stop, Executor &reply, std::function<void(Result<plan::PublishReport>)> done);
    /// The progress of `options` is told on the executor given.
    void fillGaps(AccountId account, intake::FillOptions options, std::stop_token stop, Executor &reply, std::function<void(Result<intake::SyncReport>)> done);
    void fetchThread(ItemId item, std::stop_token stop, Executor &reply, std::function<void(Result<int>)> done);
    void importFile(std::string path, connect::ImportMapping mapping, std::stop_token stop, Executor &reply,
                    std::function<void(const intake::ImportReport &, double share)> progress,
                    std::function<void(Result<intake::ImportReport>)> done);
    /// What networks show and do not let anybody keep: the newest of all accounts, in memory. The version grows when it changes.
    [[nodiscard]] std::vector<Item> shelf() const;
    [[nodiscard]] std::uint64_t shelfVersion() const;
    /// Waiting forms for programs without an event loop.
    Result<intake::SyncReport> syncAndWait(std::optional<AccountId> account, const intake::RunOptions &options = {}, std::stop_token stop = {});
    Result<intake::SyncReport> fillGapsAndWait(AccountId account, const intake::FillOptions &options = {}, std::stop_token stop = {});
    Result<plan::PublishReport> publishAndWait(std::stop_token stop = {});
    Result<intake::ImportReport> importAndWait(const std::string &path, const connect::ImportMapping &mapping,
                                               const std::function<void(const intake::ImportReport &, double)> &progress = {}, std::stop_token stop = {});
    /// After a saved query changed: judges history in slices behind, then tells the change feed.
    void rematch(QueryId query, std::stop_token stop, Executor &reply, std::function<void(double share)> progress, std::function<void(Result<void>)> done);
    Result<void> rematchAndWait(QueryId query);
    /// Holds the newest items against one another until every relay has its original; by itself this runs behind start().
    Result<void> findRelaysAndWait(std::stop_token stop = {});

    // accounts -----------------------------------------------------------------------------------------------------
    /// Checks who the token is, stores it in the secret store and the account in the workspace.
    void addAccount(AddAccount account, std::stop_token stop, Executor &reply, std::function<void(Result<AccountId>)> done);
    Result<AccountId> addAccountAndWait(const AddAccount &account, std::stop_token stop = {});
    /// OAuth in the browser with a loopback redirect (or a pasted code); then as addAccount. Answers once: with the account,
    /// Forbidden (the person said no), Timeout (nobody came; not for a pasted code), Cancelled (stopped, or the workspace
    /// closes), or what the network said. Letting go of the answer given back here ends the sign-in without a word.
    std::shared_ptr<SignIn> signIn(AddAccount account, bool pasteCode, std::stop_token stop, Executor &reply,
                                   std::function<void(std::string url)> openBrowser, std::function<void(Result<AccountId>)> done);
    /// The same with a code that is typed on a page of the network, be it on another device. `show` tells code and page; the
    /// network is asked at its own pace until the person has answered. Timeout: the code is no longer good.
    std::shared_ptr<SignIn> signInByDevice(AddAccount account, std::stop_token stop, Executor &reply, std::function<void(DeviceCode)> show,
                                           std::function<void(Result<AccountId>)> done);
    /// What the typed words may be; see app/discovery.hpp.
    void discover(std::string typed, DiscoverOptions options, std::stop_token stop, Executor &reply, std::function<void(Result<Discovery>)> done);
    Result<Discovery> discoverAndWait(const std::string &typed, const DiscoverOptions &options = {}, std::stop_token stop = {});
    /// What the network says to one operation, for scrub(): "me", "stream" with its name, "thread" with an id.
    Result<Recording> recordAndWait(AccountId account, const std::string &operation, const std::string &argument = {}, std::stop_token stop = {});
    /// Asks the network who this account is.
    void testAccount(AccountId account, std::stop_token stop, Executor &reply, std::function<void(Result<connect::WhoAmI>)> done);
    /// Revokes the token at the network where that can be done, forgets it and stops syncing; history stays. A network that
    /// does not answer or refuses does not keep the account: see Removal.
    void removeAccount(AccountId account, std::stop_token stop, Executor &reply, std::function<void(Result<Removal>)> done);

    // status -------------------------------------------------------------------------------------------------------
    void status(std::stop_token stop, Executor &reply, std::function<void(Result<Status>)> done);
    Result<Status> statusNow();

    // practice -----------------------------------------------------------------------------------------------------
    [[nodiscard]] practice::Server *practiceServer();    ///< none in a workspace of one's own
    void setPracticeSpeed(int factor);                   ///< 1, 10, 100
    [[nodiscard]] int practiceSpeed() const;

private:
    Workspace();
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace vigie::app
