// SPDX-License-Identifier: GPL-3.0-or-later
// account place: where the files of an account are put whose network fetches them itself.
#include "cli/account_words.hpp"

#include <vigie/app/media_place.hpp>
#include <vigie/store/members.hpp>

#include <cstdio>
#include <memory>

namespace vigie::cli {

namespace {

int place(const Context &context, std::int64_t account, std::int64_t where)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto &networks = (*workspace)->catalogue();
    const auto done = (*workspace)->store().writeNow<void>([&](store::Tx &tx) { return app::chooseMediaPlace(tx, networks, AccountId{account}, AccountId{where}); },
                                                            store::Durability::Full);
    if (!done)
        return context.failed(done.error());
    context.print({{"account", account}, {"place", where != 0 ? nlohmann::json(where) : nlohmann::json()}}, [&] {
        if (where != 0)
            std::printf("Pictures and films of account %lld are put at account %lld, and taken away once they are published.\n", static_cast<long long>(account),
                        static_cast<long long>(where));
        else
            std::printf("Pictures and films of account %lld have no place any more: its network cannot fetch them.\n", static_cast<long long>(account));
    });
    return kOk;
}

} // namespace

void addAccountPlaceCommand(CLI::App &account, Context &context, int &code)
{
    struct Options {
        std::int64_t account = 0, place = 0;
        bool none = false;
    };
    const auto options = std::make_shared<Options>();
    auto *command = account.add_subcommand("place", "put the files of an account where its network can fetch them: a WebDAV folder, an S3 bucket, a WordPress site");
    command->add_option("account", options->account, "number of the account that publishes")->required();
    auto *where = command->add_option("place", options->place, "number of the account that takes the files");
    command->add_flag("--none", options->none, "nobody takes them any more")->excludes(where);
    command->callback([&context, &code, options] {
        if (!options->none && options->place == 0) {
            code = context.failed(Error{Errc::InvalidInput, "say the number of the account that takes the files, or --none", 0, {}, {}});
            return;
        }
        code = place(context, options->account, options->place);
    });
}

} // namespace vigie::cli
