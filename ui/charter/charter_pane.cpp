// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charter/charter_pane.hpp"

#include "ui/bridge/text.hpp"
#include "ui/charter/article_editor.hpp"
#include "ui/charter/charter_words.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

namespace {
constexpr int kListWidth = 300, kEditorWidth = 700, kNoteWidth = 260;
} // namespace

CharterPane::CharterPane(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), error_(new ErrorBar(this)), version_(wrappedLabel(QStringLiteral("muted"), {}, this)), list_(new QListWidget(this)),
      editor_(new ArticleEditor(this)), area_(new QScrollArea(this)), note_(new QLineEdit(this)), add_(roleButton({}, this)), remove_(roleButton(QStringLiteral("quiet"), this)),
      discard_(roleButton(QStringLiteral("quiet"), this)), save_(roleButton(QStringLiteral("primary"), this)), export_(roleButton({}, this)), import_(roleButton({}, this)),
      sheet_(roleButton({}, this))
{
    build();
    retranslate();
    connect(list_, &QListWidget::currentRowChanged, this, &CharterPane::select);
    connect(editor_, &ArticleEditor::edited, this, &CharterPane::edited);
    connect(add_, &QPushButton::clicked, this, &CharterPane::addArticle);
    connect(remove_, &QPushButton::clicked, this, &CharterPane::removeArticle);
    connect(discard_, &QPushButton::clicked, this, &CharterPane::discard);
    connect(save_, &QPushButton::clicked, this, &CharterPane::putInForce);
    connect(export_, &QPushButton::clicked, this, &CharterPane::chooseExport);
    connect(import_, &QPushButton::clicked, this, &CharterPane::chooseImport);
    connect(sheet_, &QPushButton::clicked, this, &CharterPane::chooseSheet);
    connect(&shell_.bridge, &Bridge::changed, this, [this](const Change &change) {
        if (change.settings && !dirty_)
            load();
    });
    setDirty(false);
    load();
}

void CharterPane::build()
{
    auto *side = new QWidget(this);
    auto *left = new QVBoxLayout(side);
    left->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    left->setSpacing(kGap);
    left->addWidget(version_);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setTextElideMode(Qt::ElideRight);
    left->addWidget(list_, 1);
    auto *lists = new FlowLayout(nullptr, kGap);
    for (auto *button : {add_, remove_, import_, export_, sheet_})
        lists->addWidget(button);
    left->addLayout(lists);
    area_->setWidgetResizable(true);
    area_->setFrameShape(QFrame::NoFrame);
    area_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area_->setFocusPolicy(Qt::NoFocus);
    area_->setWidget(editor_);
    editor_->setProperty("role", "pane");
    auto *main = new QWidget(this);
    auto *right = new QVBoxLayout(main);
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(error_);
    right->addWidget(area_, 1);
    auto *foot = new QFrame(main);
    foot->setProperty("role", "footer");
    foot->setAttribute(Qt::WA_StyledBackground);
    auto *buttons = new FlowLayout(foot, kGap);
    buttons->setContentsMargins(kWideMargin, kMargin, kWideMargin, kMargin);
    note_->setMinimumWidth(shell_.theme.scaled(kNoteWidth));
    buttons->addWidget(note_);
    buttons->addWidget(discard_);
    buttons->addWidget(save_);
    right->addWidget(foot);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(side);
    splitter->addWidget(main);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(1);
    splitter->setSizes({kListWidth, kEditorWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

void CharterPane::load()
{
    const auto number = reads_.next();
    shell_.bridge.read<app::CharterNow>(
        this, [](store::Tx &tx) { return app::charterNow(tx); },
        [this, number](Result<app::CharterNow> now) {
            if (!reads_.is(number) || dirty_)
                return;
            ready_ = true;
            if (!now)
                return error_->setError(now.error());
            error_->clear();
            show(*now);
        });
}

void CharterPane::show(const app::CharterNow &now)
{
    const int number = row_ >= 0 && row_ < static_cast<int>(charter_.articles.size()) ? charter_.articles[static_cast<std::size_t>(row_)].number : 0;
    inForce_ = now;
    charter_ = now.charter;
    row_ = -1;
    note_->clear();
    setDirty(false);
    fillList(number);
    retranslate();
}

/// The list anew, with this article chosen (or the first).
void CharterPane::fillList(int number)
{
    filling_ = true;
    list_->clear();
    int chosen = charter_.articles.empty() ? -1 : 0;
    for (std::size_t i = 0; i < charter_.articles.size(); ++i) {
        const auto &article = charter_.articles[i];
        auto *item = new QListWidgetItem(articleName(article), list_);
        if (article.moderates)
            item->setData(Qt::AccessibleDescriptionRole, tr("we moderate by it"));
        item->setIcon(shell_.theme.icon(article.moderates ? QStringLiteral("lock") : QStringLiteral("edit"), &Colors::muted));
        if (article.number == number)
            chosen = static_cast<int>(i);
    }
    filling_ = false;
    list_->setCurrentRow(chosen);
    select(chosen);
}

void CharterPane::select(int row)
{
    if (filling_)
        return;
    row_ = row;
    const bool any = row >= 0 && row < static_cast<int>(charter_.articles.size());
    area_->setVisible(any);
    remove_->setEnabled(any);
    if (any)
        editor_->show(charter_.articles[static_cast<std::size_t>(row)]);
}

void CharterPane::edited()
{
    if (row_ < 0 || row_ >= static_cast<int>(charter_.articles.size()))
        return;
    auto &article = charter_.articles[static_cast<std::size_t>(row_)];
    article = editor_->article();
    if (auto *item = list_->item(row_)) {
        item->setText(articleName(article));
        item->setIcon(shell_.theme.icon(article.moderates ? QStringLiteral("lock") : QStringLiteral("edit"), &Colors::muted));
    }
    setDirty(charter_ != inForce_.charter);
}

void CharterPane::setDirty(bool dirty)
{
    dirty_ = dirty;
    save_->setEnabled(dirty);
    discard_->setEnabled(dirty);
    note_->setVisible(dirty);
    Q_EMIT changed();
}

void CharterPane::addArticle()
{
    CharterArticle article;
    article.number = charter_.articles.empty() ? 1 : charter_.articles.back().number + 1;
    charter_.articles.push_back(article);
    setDirty(true);
    fillList(article.number);
    editor_->focusTitle();
}

void CharterPane::removeArticle()
{
    if (row_ < 0 || row_ >= static_cast<int>(charter_.articles.size()))
        return;
    const auto next = row_ + 1 < static_cast<int>(charter_.articles.size()) ? row_ + 1 : row_ - 1;
    const int number = next >= 0 ? charter_.articles[static_cast<std::size_t>(next)].number : 0;
    charter_.articles.erase(charter_.articles.begin() + row_);
    setDirty(charter_ != inForce_.charter);
    fillList(number);
}

void CharterPane::discard()
{
    error_->clear();
    show(app::CharterNow(inForce_));
}

void CharterPane::putInForce()
{
    if (!dirty_)
        return;
    auto charter = charter_;
    std::stable_sort(charter.articles.begin(), charter.articles.end(), [](const CharterArticle &a, const CharterArticle &b) { return a.number < b.number; });
    save(charter, utf8(note_->text().trimmed()), tr("The charter is in force as it stands here."));
}

void CharterPane::save(const Charter &charter, const std::string &note, const QString &words)
{
    shell_.bridge.write<app::CharterNow>(
        this,
        [charter, note, person = shell_.bridge.person()](store::Tx &tx) -> Result<app::CharterNow> {
            VIGIE_CHECK(app::saveCharter(tx, charter, person, note));
            return app::charterNow(tx);
        },
        [this, words, before = inForce_.charter](Result<app::CharterNow> now) {
            if (!now)
                return error_->setMessage(now.error().code == Errc::InvalidInput ? tr("This charter cannot be put in force: %1").arg(qs(now.error().detail)) : errorSentence(now.error()));
            error_->clear();
            show(*now);
            shell_.toasts.showUndo(words, [guard = QPointer<CharterPane>(this), before] {
                if (guard)
                    guard->save(before, {}, tr("The charter is as it was, as a new version."));
            });
        });
}

void CharterPane::retranslate()
{
    const auto &version = inForce_.version;
    version_->setText(version.version == 0 ? tr("The charter that every workspace begins with. What you change here becomes version 1.")
                                           : version.author.empty() ? tr("Version %1, of %2").arg(version.version).arg(format::dateTime(version.at, shell_.bridge.zone()))
                                                                    : tr("Version %1, of %2, by %3").arg(version.version).arg(format::dateTime(version.at, shell_.bridge.zone()), qs(version.author)));
    list_->setAccessibleName(tr("Articles"));
    note_->setPlaceholderText(tr("Why it was changed"));
    note_->setAccessibleName(tr("Why it was changed"));
    for (const auto &[button, words] : {std::pair(add_, tr("New article")), {remove_, tr("Remove the article")}, {discard_, tr("Discard changes")}, {save_, tr("Put in force")},
                                        {export_, tr("Export...")}, {import_, tr("Import...")}, {sheet_, tr("Information sheet...")}}) {
        button->setText(words);
        button->setAccessibleName(words);
    }
    for (int i = 0; i < list_->count() && i < static_cast<int>(charter_.articles.size()); ++i)
        list_->item(i)->setText(articleName(charter_.articles[static_cast<std::size_t>(i)]));
}

void CharterPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
