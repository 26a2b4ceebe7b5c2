// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/answers/answer_picker.hpp"

#include "ui/answers/answer_words.hpp"
#include "ui/bridge/text.hpp"
#include "ui/feed/text_block.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace vigie::ui {

namespace {
constexpr int kAnswerRole = Qt::UserRole, kPastRole = Qt::UserRole + 1;
constexpr int kWidth = 780, kHeight = 400;

QString firstLine(const std::string &text)
{
    return qs(text).simplified();
}
} // namespace

AnswerPicker::AnswerPicker(Shell &shell, QWidget *parent)
    : QFrame(parent), shell_(shell), field_(new QLineEdit(this)), title_(roleLabel(QStringLiteral("strong"), {}, this)), heading_(wrappedLabel(QStringLiteral("strong"), {}, this)),
      facts_(wrappedLabel(QStringLiteral("small"), {}, this)), preview_(new QLabel(this)), keys_(wrappedLabel(QStringLiteral("small"), {}, this)), list_(new QListWidget(this)),
      scroll_(new QScrollArea(this))
{
    setProperty("role", "overlay");
    setAttribute(Qt::WA_StyledBackground);
    build();
    field_->installEventFilter(this);
    connect(field_, &QLineEdit::textChanged, this, &AnswerPicker::fillList);
    connect(list_, &QListWidget::currentRowChanged, this, &AnswerPicker::showCurrent);
    connect(list_, &QListWidget::itemDoubleClicked, this, &AnswerPicker::take);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        // Another place of the window was chosen: the question is over.
        if (isVisible() && now != nullptr && now->window() == window() && now != this && !isAncestorOf(now)) {
            backTo_.clear();
            dismiss();
        }
    });
    hide();
}

void AnswerPicker::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    layout->setSpacing(kGap);
    layout->addWidget(title_);
    layout->addWidget(field_);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(kMargin);
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setTextElideMode(Qt::ElideRight);
    halves->addWidget(list_, 5);
    auto *right = new QWidget(scroll_);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, kGap, 0);
    column->setSpacing(kGap);
    preview_->setTextFormat(Qt::PlainText);
    preview_->setWordWrap(true);
    preview_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    for (auto *label : {heading_, facts_, preview_}) {
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    column->addStretch(1);
    scroll_->setWidget(right);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    halves->addWidget(scroll_, 6);
    layout->addLayout(halves, 1);
    layout->addWidget(keys_);
}

void AnswerPicker::ask(Question question, QWidget *backTo)
{
    question_ = std::move(question);
    question_.lang = question_.lang == "fr" ? "fr" : "en";
    backTo_ = backTo;
    title_->setText(tr("Answers"));
    setAccessibleName(title_->text());
    field_->setPlaceholderText(tr("Keyword, or words of the question"));
    field_->setAccessibleName(tr("Find an answer"));
    list_->setAccessibleName(tr("Answers of the library, then past answers"));
    preview_->setAccessibleName(tr("Preview"));
    keys_->setText(tr("Enter puts it in, Tab changes the language, Ctrl+O opens it on the network, Ctrl+L opens the library, Esc closes"));
    libraryRead_ = nearRead_ = false;
    near_.clear();
    library_ = {};
    {
        const QSignalBlocker quiet(field_);
        field_->clear();
    }
    fillList();
    place();
    show();
    raise();
    field_->setFocus(Qt::PopupFocusReason);
    read();
}

void AnswerPicker::place()
{
    const auto &theme = Theme::of(this);
    const auto room = parentWidget()->size() - QSize(2 * kMargin, 2 * kMargin);
    resize(std::min(theme.scaled(kWidth), room.width()), std::min(theme.scaled(kHeight), room.height()));
    move((parentWidget()->width() - width()) / 2, std::max(kMargin, (parentWidget()->height() - height()) / 3));
}

void AnswerPicker::read()
{
    const auto number = asked_.next();
    shell_.bridge.read<Library>(
        this,
        [](store::Tx &tx) -> Result<Library> {
            Library out;
            store::Answers answers(tx);
            VIGIE_TRY(out.answers, answers.all());
            VIGIE_TRY(out.rates, answers.allRates());
            return out;
        },
        [this, number](Result<Library> library) {
            if (!asked_.is(number))
                return;
            libraryRead_ = true;
            if (library)
                library_ = std::move(*library);
            else
                shell_.toasts.showError(library.error());
            fillList();
        });
    const store::PastQuestion past{question_.text, question_.messageLang, question_.message, 5, false};
    shell_.bridge.read<std::vector<store::PastAnswer>>(
        this, [past](store::Tx &tx) { return store::PastAnswers(tx).near(past); },
        [this, number](Result<std::vector<store::PastAnswer>> near) {
            if (!asked_.is(number))
                return;
            nearRead_ = true;
            if (near)
                near_ = std::move(*near);
            fillList();
        });
}

QListWidgetItem *AnswerPicker::addHeading(const QString &words)
{
    auto *item = new QListWidgetItem(words, list_);
    item->setFlags(Qt::ItemIsEnabled);
    item->setForeground(Theme::of(this).colors().muted);
    return item;
}

void AnswerPicker::addAnswer(std::size_t place)
{
    const auto &answer = library_.answers[place];
    const auto title = firstLine(answer.text.title.empty() ? answer.text.in(question_.lang) : answer.text.title);
    auto *item = new QListWidgetItem(QStringLiteral("%1  \u00B7  %2").arg(qs(answer.text.keyword), title), list_);
    item->setData(kAnswerRole, static_cast<int>(place));
    const auto stale = desk::stalenessOf(answer, library_.rates[answer.id], shell_.bridge.now(), shell_.bridge.zone());
    const auto words = stalenessText(answer, stale);
    if (stale == desk::Staleness::Passed || stale == desk::Staleness::NotYet) {
        auto font = item->font();
        font.setStrikeOut(true);
        item->setFont(font);
        if (!answer.text.owner.empty())
            item->setText(QStringLiteral("%1  \u00B7  %2").arg(item->text(), qs(answer.text.owner)));
    }
    item->setToolTip(words);
    item->setData(Qt::AccessibleTextRole, words.isEmpty() ? item->text() : item->text() + QStringLiteral(". ") + words);
}

void AnswerPicker::addPast(std::size_t place)
{
    const auto &past = near_[place];
    auto *item = new QListWidgetItem(QStringLiteral("%1  \u00B7  %2").arg(format::date(past.at, shell_.bridge.zone()), firstLine(past.text)), list_);
    item->setData(kPastRole, static_cast<int>(place));
}

void AnswerPicker::fillList()
{
    const QSignalBlocker quiet(list_);
    list_->clear();
    const auto typed = utf8(field_->text());
    const auto found = desk::findAnswers(library_.answers, typed);
    for (const auto at : found)
        addAnswer(at);
    if (libraryRead_ && found.empty())
        addHeading(library_.answers.empty() ? tr("The library is empty yet: Ctrl+L opens it.") : tr("No answer of the library is like that."));
    if (!near_.empty()) {
        addHeading(tr("Said before to messages like this one"));
        for (std::size_t at = 0; at < near_.size(); ++at)
            addPast(at);
    } else if (nearRead_) {
        addHeading(tr("Nothing like this message was answered before."));
    }
    list_->setCurrentRow(-1);
    step(1);
    showCurrent();
}

void AnswerPicker::step(int by)
{
    const int count = list_->count();
    for (int tried = 1, row = list_->currentRow(); tried <= count; ++tried) {
        row = row < 0 && by < 0 ? count - 1 : (row + by + count) % count;
        if (list_->item(row)->flags().testFlag(Qt::ItemIsSelectable)) {
            list_->setCurrentRow(row);
            return;
        }
    }
}

const Answer *AnswerPicker::currentAnswer() const
{
    const auto *item = list_->currentItem();
    const auto place = item != nullptr ? item->data(kAnswerRole) : QVariant();
    return place.isValid() ? &library_.answers[static_cast<std::size_t>(place.toInt())] : nullptr;
}

const store::PastAnswer *AnswerPicker::currentPast() const
{
    const auto *item = list_->currentItem();
    const auto place = item != nullptr ? item->data(kPastRole) : QVariant();
    return place.isValid() ? &near_[static_cast<std::size_t>(place.toInt())] : nullptr;
}

void AnswerPicker::showCurrent()
{
    (void)previewed_.next();
    if (const auto *answer = currentAnswer())
        return showAnswer(*answer);
    if (const auto *past = currentPast())
        return showPast(*past);
    for (auto *label : {heading_, facts_, preview_})
        label->clear();
}

void AnswerPicker::showAnswer(const Answer &answer)
{
    auto &rates = library_.rates[answer.id];
    const auto stale = stalenessText(answer, desk::stalenessOf(answer, rates, shell_.bridge.now(), shell_.bridge.zone()));
    heading_->setText(qs(answer.text.title.empty() ? answer.text.keyword : answer.text.title));
    const auto given = ratesText(rates, shell_.bridge.zone());
    fillIn(answer, [this, given, stale](const desk::FilledAnswer &filled) {
        QStringList facts{filled.lang == "fr" ? tr("In French") : tr("In English"), given};
        if (!stale.isEmpty())
            facts << stale;
        if (filled.lang != question_.lang)
            facts << tr("There is no other language");
        QStringList open;
        for (const auto &name : filled.open)
            open << qs(name);
        if (!open.isEmpty())
            facts << tr("To be filled in: %1").arg(open.join(QStringLiteral(", ")));
        facts_->setText(facts.join(QStringLiteral("\n")));
        preview_->setText(qs(filled.text));
    });
}

void AnswerPicker::showPast(const store::PastAnswer &past)
{
    heading_->setText(firstLine(past.questionText));
    QStringList facts{tr("Said on %1").arg(format::dateTime(past.at, shell_.bridge.zone())), outcomeText(past.outcome),
                      tr("%1 alike", "a share in percent").arg(format::percent(past.likeness))};
    if (!past.permalink.empty())
        facts << qs(past.permalink);
    facts_->setText(facts.join(QStringLiteral("\n")));
    preview_->setText(qs(past.text));
}

QString AnswerPicker::previewText() const
{
    return preview_->text();
}

void AnswerPicker::fillIn(const Answer &answer, const std::function<void(const desk::FilledAnswer &)> &done)
{
    const auto number = previewed_.next();
    const desk::AnswerContext context{question_.lang, shell_.bridge.person(), shell_.bridge.zone(), question_.ticket};
    shell_.bridge.read<desk::FilledAnswer>(
        this, [answer, context](store::Tx &tx) { return desk::AnswerDesk(tx).fill(answer, context); },
        [this, number, done](Result<desk::FilledAnswer> filled) {
            if (!previewed_.is(number))
                return;
            if (filled)
                done(*filled);
            else
                shell_.toasts.showError(filled.error());
        });
}

void AnswerPicker::take()
{
    if (const auto *past = currentPast()) {
        const Taken taken{{}, {past->text, past->lang, {}, {}}};
        const auto tell = question_.taken;
        dismiss();
        return tell(taken);
    }
    const auto *answer = currentAnswer();
    if (answer == nullptr)
        return;
    fillIn(*answer, [this, id = answer->id](const desk::FilledAnswer &filled) {
        const auto tell = question_.taken;
        dismiss();
        tell({id, filled});
    });
}

void AnswerPicker::openLink()
{
    const auto *past = currentPast();
    if (past != nullptr)
        openPage(qs(past->permalink));
}

void AnswerPicker::dismiss()
{
    const bool mine = isVisible();
    (void)asked_.next();
    (void)previewed_.next();
    hide();
    if (mine && backTo_)
        backTo_->setFocus(Qt::PopupFocusReason);
    backTo_.clear();
}

bool AnswerPicker::keyPressed(int key, bool control)
{
    switch (key) {
    case Qt::Key_Escape: dismiss(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: take(); return true;
    case Qt::Key_Up: step(-1); return true;
    case Qt::Key_Down: step(1); return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        question_.lang = question_.lang == "fr" ? "en" : "fr";
        showCurrent();
        return true;
    case Qt::Key_O:
        if (control)
            openLink();
        return control;
    case Qt::Key_L:
        if (control) {
            dismiss();
            Q_EMIT libraryRequested();
        }
        return control;
    default: return false;
    }
}

bool AnswerPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == field_ && event->type() == QEvent::ShortcutOverride) {
        event->accept(); // every key is typing here, not a command
        return true;
    }
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (keyPressed(key->key(), key->modifiers().testFlag(Qt::ControlModifier)))
            return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace vigie::ui
