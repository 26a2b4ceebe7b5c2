// SPDX-License-Identifier: GPL-3.0-or-later
// How the reading pane says what it read, and how it asks the network for the rest of a thread.
#include "ui/feed/reading_pane.hpp"

#include "ui/app/shell.hpp"
#include "ui/bridge/text.hpp"
#include "ui/evidence/kept_box.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/feed/relay_row.hpp"
#include "ui/feed/relevance_text.hpp"
#include "ui/feed/text_block.hpp"
#include "ui/feed/thread_row.hpp"
#include "ui/widget/pieces.hpp"

#include <QLineEdit>
#include <QLocale>
#include <QStackedLayout>
#include <QUrl>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

constexpr std::size_t kThreadRows = 40, kRelayRows = 12;

void empty(QWidget *box)
{
    while (auto *item = box->layout()->takeAt(0)) {
        if (auto *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

void ReadingPane::present(Reading reading)
{
    reading_ = std::move(reading);
    stack_->setCurrentIndex(1);
    showHead();
    showBody();
    showMedia();
    kept_->showItem(item_);
    showRevisions();
    showTags();
    showMember();
    showRelays();
    showThread();
    Q_EMIT shown();
}

void ReadingPane::showHead()
{
    const auto &card = *reading_->card;
    const auto &item = card.row.item;
    header_->setTitle(card.name);
    header_->setCount(tr("%1, %2", "name of a network, time").arg(shell_.bridge.networkName(item.connector), format::ago(item.publishedAt, shell_.bridge.now())));
    auto where = card.handle.count(QLatin1Char('@')) > 1 ? card.handle : tr("%1 on %2", "handle, server").arg(card.handle.isEmpty() ? card.name : card.handle, QUrl(qs(item.instance)).authority());
    handle_->setText(item.precision == TimePrecision::Exact ? where : tr("%1. The time of publication is not known exactly.").arg(where));
}

void ReadingPane::showBody()
{
    const auto &item = reading_->card->row.item;
    const bool gone = item.state != ItemState::Visible;
    state_->setVisible(gone);
    if (gone)
        state_->setText(tr("%1 The text is kept here as it was seen.").arg(veilOf(item)));
    const bool warned = !item.warning.empty();
    warningRow_->setVisible(warned);
    warning_->setText(tr("Content warning: %1").arg(qs(item.warning)));
    reveal_->setText(unveiled_ ? tr("Hide the text") : tr("Show the text"));
    reveal_->setAccessibleName(reveal_->text());
    const bool open = !warned || unveiled_;
    title_->setVisible(open && !item.title.empty());
    title_->setText(qs(item.title));
    text_->setVisible(open && !reading_->text.isEmpty());
    text_->showReading(*reading_);
    text_->setAccessibleName(tr("Text of the mention"));
    mediaBox_->setVisible(open && !item.media.empty());
    why_->setText(whyWords());
    const auto relevance = reading_->relevance ? relevanceWords(*reading_->relevance, shell_.bridge) : QString();
    relevance_->setText(relevance);
    relevance_->setVisible(!relevance.isEmpty());
}

QString ReadingPane::whyWords() const
{
    const auto &item = reading_->card->row.item;
    QStringList sentences;
    QStringList names;
    for (const auto &name : reading_->queries)
        names << name;
    if (names.size() == 1)
        sentences << tr("Why here: query %1.").arg(names.first());
    else if (!names.isEmpty())
        sentences << tr("Why here: queries %1.").arg(QLocale().createSeparatedList(names));
    else
        sentences << tr("No saved query asks for it.");
    const auto tone = card::toneText(item.toneLabel, item.tone);
    if (item.toneManual)
        sentences << tr("Tone %1, set by hand.").arg(tone);
    else if (!reading_->toneWords.empty())
        sentences << tr("Tone %1, from the underlined words.").arg(tone);
    else
        sentences << tr("Tone %1: no word of the lexicons.").arg(tone);
    const auto facts = factsOf(*reading_->card);
    const auto said = sentences.join(QLatin1Char(' '));
    return facts.isEmpty() ? said : said + QLatin1Char('\n') + facts;
}

void ReadingPane::showMedia()
{
    empty(mediaBox_);
    for (const auto &media : reading_->card->row.item.media) {
        QString kind;
        switch (media.kind) {
        case MediaRef::Kind::Video: kind = tr("Film"); break;
        case MediaRef::Kind::Audio: kind = tr("Sound"); break;
        case MediaRef::Kind::Animation: kind = tr("Animation"); break;
        case MediaRef::Kind::Other: kind = tr("File"); break;
        case MediaRef::Kind::Image: kind = tr("Picture"); break;
        }
        auto *row = roleButton(QStringLiteral("quiet"), mediaBox_);
        row->setIcon(shell_.theme.icon(media.kind == MediaRef::Kind::Image ? QStringLiteral("image") : QStringLiteral("media"), &Colors::muted));
        row->setText(tr("%1: open in the browser", "kind of a media").arg(kind));
        row->setToolTip(qs(media.url).toHtmlEscaped());
        connect(row, &QPushButton::clicked, this, [address = qs(media.url)] { openPage(address); });
        auto *alt = roleLabel(media.alt.empty() ? QStringLiteral("muted") : QString(),
                              media.alt.empty() ? tr("Its author gave no alternative text.") : qs(media.alt), mediaBox_);
        alt->setWordWrap(true);
        row->setAccessibleName(tr("%1: %2", "kind of a media, its alternative text").arg(kind, alt->text()));
        static_cast<QVBoxLayout *>(mediaBox_->layout())->addWidget(row, 0, Qt::AlignLeft);
        mediaBox_->layout()->addWidget(alt);
    }
}

void ReadingPane::showRevisions()
{
    empty(revisionsBox_);
    const auto &earlier = reading_->revisions;
    revisionsButton_->setVisible(!earlier.empty());
    revisionsBox_->setVisible(revisionsOpen_ && !earlier.empty());
    revisionsButton_->setText(revisionsOpen_ ? tr("Hide the earlier texts") : tr("Edited: %n earlier text(s)", nullptr, static_cast<int>(earlier.size())));
    revisionsButton_->setAccessibleName(revisionsButton_->text());
    for (const auto &revision : earlier) {
        revisionsBox_->layout()->addWidget(roleLabel(QStringLiteral("small"), tr("Seen %1").arg(format::dateTime(revision.seenAt, shell_.bridge.zone())), revisionsBox_));
        // Against the version that followed it: the next one, or what is there now.
        const auto whole = [](const std::string &title, const std::string &said) { return title.empty() ? said : title + '\n' + said; };
        const auto &item = reading_->card->row.item;
        const auto after = static_cast<std::size_t>(&revision - earlier.data()) + 1;
        auto *text = new TextBlock(revisionsBox_);
        text->setAccessibleName(tr("An earlier text and what changed in it"));
        text->showDifference(text::wordDifference(whole(revision.title, revision.text), after < earlier.size() ? whole(earlier[after].title, earlier[after].text)
                                                                                                               : whole(item.title, item.text)));
        revisionsBox_->layout()->addWidget(text);
    }
}

void ReadingPane::showTags()
{
    for (int i = tagsLayout_->count() - 1; i >= 0; --i) {
        auto *widget = tagsLayout_->itemAt(i)->widget();
        if (widget == tagEdit_)
            continue;
        delete tagsLayout_->takeAt(i);
        widget->hide();
        widget->deleteLater();
    }
    for (const auto &name : reading_->card->row.tags) {
        auto *chip = roleButton(QStringLiteral("chip"), tagsBox_);
        const auto tag = qs(name);
        chip->setText(tr("%1 \u00D7", "a tag that a press takes off").arg(tag));
        chip->setAccessibleName(tr("Take off the tag %1").arg(tag));
        chip->setToolTip(chip->accessibleName().toHtmlEscaped());
        connect(chip, &QPushButton::clicked, this, [this, tag] { Q_EMIT tagWanted(tag, false); });
        tagsLayout_->addWidget(chip);
    }
    tagsLayout_->invalidate();
    tagsBox_->updateGeometry();
}

void ReadingPane::showMember()
{
    member_->setVisible(reading_->member.has_value());
    if (!reading_->member)
        return;
    const auto &card = *reading_->member;
    QStringList sentences;
    sentences << tr("%n mention(s) here since %1.", nullptr, card.mentions).arg(format::longDate(card.member.firstSeen, shell_.bridge.zone()));
    if (card.exchanges > 0)
        sentences << tr("We answered %n time(s).", nullptr, card.exchanges);
    else
        sentences << tr("We never answered them.");
    if (card.mentions > 1)
        sentences << tr("Mean tone %1.").arg(format::signedNumber(static_cast<double>(card.meanTone), 1));
    if (reading_->card->audience >= 0)
        sentences << tr("%1 followers.").arg(format::compact(reading_->card->audience));
    member_->setText(sentences.join(QLatin1Char(' ')));
}

void ReadingPane::showRelays()
{
    empty(relaysBox_);
    const auto &cluster = reading_->cluster;
    for (auto *widget : {static_cast<QWidget *>(relays_), static_cast<QWidget *>(relayNote_), relaysBox_, static_cast<QWidget *>(moreRelays_)})
        widget->setVisible(cluster.has_value());
    if (!cluster)
        return;
    store::ItemRow counts;
    counts.relays = cluster->relays;
    counts.reactions = cluster->reactions;
    relays_->setText(clusterWords(counts));
    relayNote_->setVisible(!cluster->originKnown);
    relayNote_->setText(tr("The first line is the earliest seen here. Before it the networks were not read without a gap, so somebody may have said it earlier."));
    const auto shown = allRelays_ ? cluster->nodes.size() : std::min(cluster->nodes.size(), kRelayRows);
    for (std::size_t i = 0; i < shown; ++i) {
        const auto &node = cluster->nodes[i];
        const auto note = node.item == cluster->root ? (cluster->originKnown ? tr("original") : tr("earliest seen here"))
                          : node.item == cluster->firstLarge ? tr("first large relay") : QString();
        auto *row = new RelayRow(shell_.bridge, node, note, node.item == item_, relaysBox_);
        connect(row, &QAbstractButton::clicked, this, [this, id = node.item] { Q_EMIT itemWanted(id); });
        relaysBox_->layout()->addWidget(row);
    }
    moreRelays_->setVisible(shown < cluster->nodes.size());
    moreRelays_->setText(tr("Show all %n relay(s)", nullptr, cluster->relays));
    moreRelays_->setAccessibleName(moreRelays_->text());
}

void ReadingPane::showThread()
{
    empty(threadBox_);
    const auto &thread = reading_->thread;
    const bool alone = thread.size() <= 1;
    threadBox_->setVisible(!alone);
    threadTitle_->setText(alone ? tr("No thread seen") : tr("Thread, %n message(s)", nullptr, static_cast<int>(thread.size())));
    const auto limit = allThread_ ? thread.size() : kThreadRows;
    // The part around the mention matters most.
    std::size_t first = 0;
    if (!alone && thread.size() > limit)
        for (std::size_t i = 0; i < thread.size(); ++i)
            if (thread[i].id == item_)
                first = std::min(i > limit / 2 ? i - limit / 2 : 0, thread.size() - limit);
    for (std::size_t i = first; !alone && i < std::min(thread.size(), first + limit); ++i) {
        auto *row = new ThreadRow(shell_.bridge, thread[i], thread[i].id == item_, threadBox_);
        connect(row, &QAbstractButton::clicked, this, [this, id = thread[i].id] { Q_EMIT itemWanted(id); });
        threadBox_->layout()->addWidget(row);
    }
    moreThread_->setVisible(!alone && thread.size() > limit);
    moreThread_->setText(tr("Show all %n message(s)", nullptr, static_cast<int>(thread.size())));
    moreThread_->setAccessibleName(moreThread_->text());
    fetchButton_->setVisible(!reading_->card->row.item.nativeId.empty());
    threadNote_->setVisible(!threadNote_->text().isEmpty());
}

void ReadingPane::scheduleFetch()
{
    const auto &item = reading_->card->row.item;
    const auto replies = std::find_if(item.metrics.begin(), item.metrics.end(), [](const MetricValue &value) { return value.key == "replies"; });
    const bool answered = replies != item.metrics.end() && replies->value >= static_cast<double>(reading_->thread.size());
    const auto *parent = item.ref(Relation::ReplyTo);
    if (!fetched_.contains(item_.value) && (reading_->threadHasHoles || answered || (parent != nullptr && !parent->target)))
        fetchTimer_.start();
}

void ReadingPane::fetchThread()
{
    auto *workspace = shell_.bridge.workspace();
    if (!item_ || !reading_ || workspace == nullptr || fetched_.contains(item_.value))
        return;
    fetched_.insert(item_.value);
    threadNote_->setText(tr("Asking the network for the rest of the thread."));
    threadNote_->show();
    workspace->fetchThread(item_, shell_.bridge.stopFor(this), shell_.bridge.executor(),
                           shell_.bridge.guarded<Result<int>>(this, [this, id = item_](Result<int> added) {
                               if (id != item_)
                                   return;
                               // A network without threads is no failure: what is here is all there is.
                               const bool failed = !added && added.error().code != Errc::Unsupported && added.error().code != Errc::Cancelled;
                               threadNote_->setText(failed ? errorSentence(added.error()) : QString());
                               threadNote_->setVisible(failed);
                               if (added && *added > 0)
                                   ask();
                           }));
}

void ReadingPane::retranslate()
{
    setAccessibleName(tr("Reading pane"));
    empty_->setContent(QStringLiteral("eye"), tr("No mention chosen"), tr("Choose a card to read the whole text, its thread and its author."));
    tagEdit_->setPlaceholderText(tr("Tag, then Enter"));
    tagEdit_->setAccessibleName(tr("Add a tag"));
    fetchButton_->setText(tr("Ask the network for the thread"));
    fetchButton_->setAccessibleName(fetchButton_->text());
    threadNote_->clear();
    labelActions();
    if (reading_)
        present(Reading(*reading_));
}

} // namespace vigie::ui
