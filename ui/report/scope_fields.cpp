// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/scope_fields.hpp"

#include "ui/bridge/text.hpp"
#include "ui/dashboard/multi_pick.hpp"
#include "ui/feed/query_error_text.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/members.hpp>
#include <vigie/store/queries.hpp>
#include <vigie/store/tags.hpp>
#include <vigie/text/query.hpp>

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>
#include <type_traits>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ScopeFields)
};

QString toneName(int tone)
{
    return tone > 0 ? Words::tr("▲ positive") : tone < 0 ? Words::tr("▼ negative") : Words::tr("● neutral");
}

ScopeChoices::Named langNames()
{
    return {{"fr", Words::tr("French")}, {"en", Words::tr("English")}};
}

QString nameIn(const ScopeChoices::Named &all, const std::string &key)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto &one) { return one.first == key; });
    return found == all.end() ? qs(key) : found->second;
}

/// Those that are here, and those that somebody chose and that are here no longer: a filter does not change by being looked at.
ScopeChoices::Named with(ScopeChoices::Named all, const std::vector<std::string> &chosen)
{
    for (const auto &key : chosen)
        if (std::none_of(all.begin(), all.end(), [&](const auto &one) { return one.first == key; }))
            all.emplace_back(key, qs(key));
    return all;
}

template <class T>
std::vector<std::string> keysOf(const std::vector<T> &values)
{
    std::vector<std::string> out;
    for (const auto &value : values) {
        if constexpr (std::is_same_v<T, TagId>)
            out.push_back(std::to_string(value.value));
        else
            out.push_back(std::to_string(value));
    }
    return out;
}

} // namespace

void readScopeChoices(Bridge &bridge, QObject *context, std::function<void(Result<ScopeChoices>)> done)
{
    struct Found {
        std::vector<SavedQuery> queries;
        std::vector<Account> accounts;
        std::vector<Tag> tags;
    };
    bridge.read<Found>(
        context,
        [](store::Tx &tx) -> Result<Found> {
            Found found;
            VIGIE_TRY(found.queries, store::Queries(tx).all());
            VIGIE_TRY(found.accounts, store::Accounts(tx).all());
            VIGIE_TRY(found.tags, store::Queries(tx).tags());
            return found;
        },
        [&bridge, done = std::move(done)](Result<Found> found) {
            if (!found)
                return done(tl::unexpected(found.error()));
            ScopeChoices out;
            out.read = true;
            for (const auto &query : found->queries) {
                out.queries.emplace_back(std::to_string(query.id.value), format::queryName(query.name));
                if (query.role == QueryRole::Brand && out.brand.empty())
                    out.brand = query.name;
            }
            for (const auto &account : found->accounts)
                if (std::none_of(out.networks.begin(), out.networks.end(), [&](const auto &one) { return one.first == account.connector; }))
                    out.networks.emplace_back(account.connector, bridge.networkName(account.connector));
            for (const auto &tag : found->tags)
                out.tags.emplace_back(std::to_string(tag.id.value), qs(tag.name));
            done(std::move(out));
        });
}

QString scopeLine(const insight::FigureScope &scope, const ScopeChoices &choices, const Bridge &bridge)
{
    QStringList parts;
    if (scope.query)
        parts << nameIn(choices.queries, std::to_string(scope.query.value));
    else
        parts << (choices.brand.empty() ? Words::tr("everything collected") : qs(choices.brand));
    const auto add = [&parts](const QStringList &names) {
        if (!names.isEmpty())
            parts << names.join(QStringLiteral(" + "));
    };
    QStringList networks, langs, tags, tones;
    for (const auto &network : scope.networks)
        networks << bridge.networkName(network);
    for (const auto &lang : scope.langs)
        langs << nameIn(langNames(), lang);
    for (const auto &tag : scope.tags)
        tags << nameIn(choices.tags, std::to_string(tag.value));
    for (const int tone : scope.tones)
        tones << toneName(tone);
    for (const auto &names : {networks, langs, tags, tones})
        add(names);
    if (!scope.words.empty())
        parts << qs(scope.words);
    if (scope.withoutRelays)
        parts << Words::tr("without relays");
    return parts.join(QStringLiteral(", "));
}

ScopeFields::ScopeFields(QWidget *parent)
    : QWidget(parent), query_(new QComboBox(this)), networks_(new MultiPick(this)), langs_(new MultiPick(this)), tags_(new MultiPick(this)), tones_(new MultiPick(this)),
      words_(new QLineEdit(this)), relays_(new QCheckBox(tr("Without relays"), this))
{
    build();
}

void ScopeFields::build()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    networks_->setWords(tr("All networks"), tr("Networks"));
    langs_->setWords(tr("All languages"), tr("Languages"));
    tags_->setWords(tr("All tags"), tr("Tags"));
    tones_->setWords(tr("All tones"), tr("Tones"));
    query_->setAccessibleName(tr("Brand or competitor"));
    form->addRow(tr("Brand or competitor"), query_);
    for (const auto &[name, pick] : std::initializer_list<std::pair<QString, MultiPick *>>{
             {tr("Networks"), networks_}, {tr("Languages"), langs_}, {tr("Tags"), tags_}, {tr("Tones"), tones_}}) {
        setRole(pick, QString()); // a field among fields
        form->addRow(name, pick);
    }
    words_->setPlaceholderText(tr("Words of a query"));
    words_->setAccessibleName(tr("Only what matches these words of the query language"));
    words_->setClearButtonEnabled(true);
    form->addRow(tr("Words"), words_);
    form->addRow(relays_);
    connect(query_, &QComboBox::currentIndexChanged, this, &ScopeFields::changed);
    for (auto *pick : {networks_, langs_, tags_, tones_})
        connect(pick, &MultiPick::changed, this, &ScopeFields::changed);
    connect(words_, &QLineEdit::textChanged, this, &ScopeFields::changed);
    connect(relays_, &QCheckBox::toggled, this, &ScopeFields::changed);
}

void ScopeFields::setChoices(const ScopeChoices &choices)
{
    const QSignalBlocker quiet(query_);
    query_->clear();
    query_->addItem(choices.brand.empty() ? tr("Everything collected") : tr("Our brand"), QStringLiteral("0"));
    for (const auto &[key, name] : choices.queries)
        query_->addItem(name, qs(key));
    networks_->setChoices(with(choices.networks, scope_.networks));
    langs_->setChoices(with(langNames(), scope_.langs));
    tags_->setChoices(with(choices.tags, keysOf(scope_.tags)));
    tones_->setChoices({{"1", toneName(1)}, {"0", toneName(0)}, {"-1", toneName(-1)}});
    setScope(scope_);
}

void ScopeFields::setScope(const insight::FigureScope &scope)
{
    const QSignalBlocker quiet(this);
    scope_ = scope;
    query_->setCurrentIndex(std::max(0, query_->findData(QString::number(scope.query.value))));
    networks_->setChosen(scope.networks);
    langs_->setChosen(scope.langs);
    tags_->setChosen(keysOf(scope.tags));
    tones_->setChosen(keysOf(scope.tones));
    words_->setText(qs(scope.words));
    relays_->setChecked(scope.withoutRelays);
}

insight::FigureScope ScopeFields::scope() const
{
    auto out = scope_;
    if (query_->count() > 0)
        out.query = QueryId{query_->currentData().toString().toLongLong()};
    out.networks = networks_->chosen();
    out.langs = langs_->chosen();
    out.tags.clear();
    for (const auto &tag : tags_->chosen())
        out.tags.push_back(TagId{std::stoll(tag)});
    out.tones.clear();
    for (const auto &tone : tones_->chosen())
        out.tones.push_back(static_cast<std::int8_t>(std::stoi(tone)));
    out.words = utf8(words_->text().trimmed());
    out.withoutRelays = relays_->isChecked();
    return out;
}

QString ScopeFields::problem() const
{
    const auto words = utf8(words_->text().trimmed());
    if (words.empty())
        return {};
    const auto query = text::parseQuery(words);
    return query ? QString() : tr("The words are not understood: %1").arg(queryErrorText(query.error(), words_->text().trimmed()).sentence);
}

} // namespace vigie::ui
