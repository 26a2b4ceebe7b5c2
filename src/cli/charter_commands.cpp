// SPDX-License-Identifier: GPL-3.0-or-later
// charter: the articles, their versions, a draft held against them, the sheet for those who write to us
#include "cli/context.hpp"

#include <vigie/app/evidence_term.hpp>
#include <vigie/app/moderation.hpp>
#include <vigie/app/settings_table.hpp>
#include <vigie/store/members.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>

namespace vigie::cli {

namespace {

using Json = nlohmann::json;

constexpr std::size_t kLargestFile = 4U << 20;

struct Options {
    int version = 0, article = 0, waiting = -1;
    std::string lang = "en", titleFr, titleEn, textFr, textEn, checks, note, file, text, form = "md", moderates;
    std::vector<std::string> about;
    bool remove = false;
};

Result<std::string> fileText(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text;
    for (char block[4096]; file.read(block, sizeof block) || file.gcount() > 0;) {
        text.append(block, static_cast<std::size_t>(file.gcount()));
        if (text.size() > kLargestFile)
            return fail(Errc::InvalidInput, "larger than 4 MiB: " + path);
    }
    if (text.empty() && !std::ifstream(path))
        return fail(Errc::NotFound, "cannot be read: " + path);
    return text;
}

Result<void> writeText(const std::string &path, const std::string &text)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << text;
    file.flush();
    return file ? Result<void>() : fail(Errc::Storage, "cannot be written: " + path);
}

Json headJson(const CharterVersion &version)
{
    return {{"version", version.version}, {"at", version.version > 0 ? Json(toRfc3339(version.at)) : Json()}, {"author", version.author}, {"note", version.note}};
}

Json articleJson(const CharterArticle &article)
{
    return {{"number", article.number},     {"title_fr", article.title.fr}, {"title_en", article.title.en}, {"text_fr", article.text.fr},
            {"text_en", article.text.en},   {"moderates", article.moderates}, {"checks", Json::parse(desk::charterChecksJson(article.checks))}};
}

/// Opens the workspace, reads the charter asked for, and hands both on.
template <class Work>
int onCharter(const Context &context, int version, Work work)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto now = (*workspace)->store().readNow<app::CharterNow>([&](store::Tx &tx) { return version > 0 ? app::charterAt(tx, version) : app::charterNow(tx); });
    return now ? work(**workspace, *now) : context.failed(now.error());
}

int show(const Context &context, const Options &options)
{
    return onCharter(context, options.version, [&](app::Workspace &, const app::CharterNow &now) -> int {
        auto out = headJson(now.version);
        out["articles"] = Json::array();
        for (const auto &article : now.charter.articles)
            out["articles"].push_back(articleJson(article));
        context.print(out, [&] {
            if (now.version.version > 0)
                std::printf("Version %d, %s, %s\n", now.version.version, toRfc3339(now.version.at).substr(0, 16).c_str(), oneLine(now.version.author, 40).c_str());
            else
                std::printf("The starting charter\n");
            for (const auto &article : now.charter.articles) {
                std::printf("\n%d. %s%s\n   %s\n", article.number, oneLine(article.title.in(options.lang), 100).c_str(), article.moderates ? "  [moderates]" : "",
                            oneLine(article.text.in(options.lang), 1000).c_str());
                for (const auto &check : article.checks)
                    std::printf("   - %s\n", oneLine(desk::charterChecksJson({check}), 200).c_str());
            }
        });
        return kOk;
    });
}

int versions(const Context &context)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto all = (*workspace)->store().readNow<std::vector<CharterVersion>>([](store::Tx &tx) { return store::CharterVersions(tx).all(); });
    if (!all)
        return context.failed(all.error());
    auto array = Json::array();
    for (const auto &one : *all)
        array.push_back(headJson(one));
    context.print(array, [&] {
        for (const auto &one : *all)
            std::printf("%4d  %s  %-24s %s\n", one.version, toRfc3339(one.at).substr(0, 16).c_str(), oneLine(one.author, 24).c_str(), oneLine(one.note, 80).c_str());
        if (all->empty())
            std::printf("Only the starting charter.\n");
    });
    return kOk;
}

int save(const Context &context, app::Workspace &workspace, const Charter &charter, const std::string &note)
{
    const auto version = workspace.store().writeNow<int>([&](store::Tx &tx) { return app::saveCharter(tx, charter, workspace.person(), note); }, store::Durability::Full);
    if (!version)
        return context.failed(version.error());
    context.print({{"version", *version}, {"articles", charter.articles.size()}}, [&] { std::printf("Version %d of the charter is in force.\n", *version); });
    return kOk;
}

Result<void> editArticle(Charter &charter, const Options &options)
{
    auto at = std::find_if(charter.articles.begin(), charter.articles.end(), [&](const CharterArticle &one) { return one.number >= options.article; });
    const bool known = at != charter.articles.end() && at->number == options.article;
    if (options.remove) {
        if (!known)
            return fail(Errc::NotFound, "no article " + std::to_string(options.article));
        charter.articles.erase(at);
        return {};
    }
    if (!known) {
        at = charter.articles.insert(at, CharterArticle{});
        at->number = options.article;
    }
    for (const auto &[to, from] : {std::pair(&at->title.fr, &options.titleFr), {&at->title.en, &options.titleEn}, {&at->text.fr, &options.textFr}, {&at->text.en, &options.textEn}})
        if (!from->empty())
            *to = *from;
    if (!options.moderates.empty())
        at->moderates = options.moderates == "yes";
    if (!options.checks.empty()) {
        VIGIE_TRY(const auto json, options.checks == "none" ? Result<std::string>("[]") : fileText(options.checks));
        VIGIE_TRY(at->checks, desk::charterChecksFrom(json));
    }
    return {};
}

int edit(const Context &context, const Options &options)
{
    return onCharter(context, 0, [&](app::Workspace &workspace, const app::CharterNow &now) -> int {
        auto charter = now.charter;
        if (const auto changed = editArticle(charter, options); !changed)
            return context.failed(changed.error());
        return save(context, workspace, charter, options.note);
    });
}

int import(const Context &context, const Options &options)
{
    const auto workspace = context.open(false);
    if (!workspace)
        return context.failed(workspace.error());
    const auto text = fileText(options.file);
    if (!text)
        return context.failed(text.error());
    const auto charter = desk::charterFrom(*text);
    return charter ? save(context, **workspace, *charter, options.note) : context.failed(charter.error());
}

int exportTo(const Context &context, const Options &options)
{
    return onCharter(context, options.version, [&](app::Workspace &, const app::CharterNow &now) -> int {
        if (const auto written = writeText(options.file, desk::charterJson(now.charter)); !written)
            return context.failed(written.error());
        context.print({{"file", options.file}, {"version", now.version.version}, {"articles", now.charter.articles.size()}},
                      [&] { std::printf("%zu articles in %s\n", now.charter.articles.size(), options.file.c_str()); });
        return kOk;
    });
}

void printMark(const desk::CharterMark &mark)
{
    std::string wanted;
    for (const auto &one : mark.wanted)
        wanted += (wanted.empty() ? "" : ", ") + one;
    std::printf("article %d, %s", mark.article, toString(mark.kind));
    if (mark.end > mark.begin)
        std::printf(" at %u: \"%s\"", mark.begin, oneLine(mark.found, 60).c_str());
    if (mark.value > 0)
        std::printf(" (%d of %d)", mark.value, mark.limit);
    std::printf("%s%s\n", wanted.empty() ? "" : "; asks for: ", oneLine(wanted, 100).c_str());
}

int check(const Context &context, const Options &options)
{
    return onCharter(context, options.version, [&](app::Workspace &workspace, const app::CharterNow &now) -> int {
        desk::DraftContext about;
        about.person = workspace.person();
        about.about = options.about;
        about.now = workspace.clock().now();
        if (options.waiting >= 0)
            about.waitingSince = about.now - std::chrono::minutes(options.waiting);
        const auto marks = desk::checkDraft(now.charter, options.text, options.lang == "auto" ? "" : options.lang, about);
        auto array = Json::array();
        for (const auto &mark : marks)
            array.push_back({{"article", mark.article}, {"kind", toString(mark.kind)}, {"begin", mark.begin}, {"end", mark.end}, {"found", mark.found},
                             {"value", mark.value}, {"limit", mark.limit}, {"wanted", mark.wanted}});
        context.print(array, [&] {
            for (const auto &mark : marks)
                printMark(mark);
            if (marks.empty())
                std::printf("Nothing to say.\n");
        });
        return marks.empty() ? kOk : kPartly;
    });
}

int sheet(const Context &context, const Options &options)
{
    return onCharter(context, options.version, [&](app::Workspace &workspace, const app::CharterNow &now) -> int {
        desk::SheetFacts facts;
        const auto read = workspace.store().readNow<void>([&](store::Tx &tx) -> Result<void> {
            VIGIE_TRY(const auto name, store::Settings(tx).get(app::kWorkspaceName.key));
            VIGIE_TRY(const auto term, app::evidenceTerm(tx));
            facts.house = name.value_or("");
            facts.evidenceYears = term ? term->years : 0;
            return {};
        });
        if (!read)
            return context.failed(read.error());
        facts.version = now.version.version;
        facts.date = toRfc3339(now.version.version > 0 ? now.version.at : workspace.clock().now()).substr(0, 10);
        const auto text = desk::informationSheet(now.charter, facts, options.lang, options.form == "html" ? desk::SheetForm::Html : desk::SheetForm::Markdown);
        if (!options.file.empty())
            if (const auto written = writeText(options.file, text); !written)
                return context.failed(written.error());
        context.print({{"file", options.file}, {"version", facts.version}, {"text", options.file.empty() ? text : std::string()}}, [&] {
            if (options.file.empty())
                std::fputs(text.c_str(), stdout);
            else
                std::printf("Written to %s\n", options.file.c_str());
        });
        return kOk;
    });
}

using Action = int (*)(const Context &, const Options &);

} // namespace

void addCharterCommands(CLI::App &app, Context &context, int &code)
{
    auto options = std::make_shared<Options>();
    auto *charter = app.add_subcommand("charter", "the articles by which we write and moderate");
    charter->require_subcommand(1);
    const auto add = [&](const char *name, const char *what, Action action) {
        auto *command = charter->add_subcommand(name, what);
        command->callback([&code, &context, options, action] { code = action(context, *options); });
        return command;
    };
    const auto version = [&](CLI::App *command) { command->add_option("--version", options->version, "one that was in force before")->check(CLI::Range(1, 1'000'000)); };
    const auto lang = [&](CLI::App *command, const char *what, std::vector<std::string> among) {
        command->add_option("--lang", options->lang, what)->check(CLI::IsMember(std::move(among)));
    };
    auto *shown = add("show", "the articles and their checks", show);
    version(shown);
    lang(shown, "of titles and texts", {"fr", "en"});
    charter->add_subcommand("versions", "when it was changed, and by whom")->callback([&code, &context] { code = versions(context); });
    auto *edited = add("edit", "changes or adds an article; a new version is in force from then on", edit);
    edited->add_option("number", options->article, "of the article")->required()->check(CLI::Range(1, 1'000'000));
    edited->add_option("--title-fr", options->titleFr);
    edited->add_option("--title-en", options->titleEn);
    edited->add_option("--text-fr", options->textFr);
    edited->add_option("--text-en", options->textEn);
    edited->add_option("--moderates", options->moderates, "offered as the reason of a moderation")->check(CLI::IsMember({"yes", "no"}));
    edited->add_option("--checks", options->checks, "a file with the list of checks as 'charter show --json' prints it; none: it has none");
    edited->add_flag("--remove", options->remove, "takes the article out");
    edited->add_option("--note", options->note, "why it was changed");
    auto *tried = add("check", "holds a text against it; 1 when something is marked", check);
    tried->add_option("text", options->text)->required();
    lang(tried, "of the text", {"fr", "en", "auto"});
    tried->add_option("--about", options->about, "tags of what is answered; question, complaint, direct, review");
    tried->add_option("--waiting", options->waiting, "minutes that it has waited for an answer")->check(CLI::Range(0, 100'000'000));
    version(tried);
    auto *out = add("export", "writes it to a file, to be taken in elsewhere", exportTo);
    out->add_option("file", options->file)->required();
    version(out);
    auto *in = add("import", "takes a file in as the next version", import);
    in->add_option("file", options->file)->required();
    in->add_option("--note", options->note, "why it was changed");
    auto *printed = add("sheet", "the information for those who write to us", sheet);
    lang(printed, "of the sheet", {"fr", "en"});
    printed->add_option("--form", options->form)->check(CLI::IsMember({"md", "html"}));
    printed->add_option("--out", options->file, "a file in place of the terminal");
    version(printed);
}

} // namespace vigie::cli
