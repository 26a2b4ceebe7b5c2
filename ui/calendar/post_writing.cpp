// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/post_writing.hpp"

#include "ui/bridge/text.hpp"
#include "ui/charter/charter_check.hpp"
#include "ui/inbox/proof_check.hpp"
#include "ui/inbox/writing_strip.hpp"
#include "ui/theme/theme.hpp"

#include <vigie/store/writing.hpp>
#include <vigie/text/unseen.hpp>

#include <QCoreApplication>
#include <QImage>
#include <QMimeData>
#include <QPointer>
#include <QTextCursor>
#include <QUrl>
#include <QVBoxLayout>

namespace vigie::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PostWriting)
};

QStringList filesIn(const QMimeData &data)
{
    QStringList paths;
    for (const auto &url : data.urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    return paths;
}

Result<QList<WritingMark>> unseenMarks(const WritingInput &input)
{
    const auto text = utf8(input.text);
    QList<WritingMark> marks;
    for (const auto &one : text::unseenCharacters(text)) {
        const auto places = utf16Offsets(text, {one.begin, one.end});
        WritingMark mark;
        mark.begin = static_cast<int>(places[0]);
        mark.end = static_cast<int>(places[1]);
        mark.kind = MarkKind::Typography;
        mark.reason = Words::tr("A character that nobody sees: %1.").arg(QStringLiteral("U+%1").arg(static_cast<uint>(one.code), 4, 16, QLatin1Char('0')).toUpper());
        mark.fixes = {QString()};
        marks.append(std::move(mark));
    }
    return marks;
}

} // namespace

bool PostText::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || !filesIn(*source).isEmpty() || QPlainTextEdit::canInsertFromMimeData(source);
}

void PostText::insertFromMimeData(const QMimeData *source)
{
    if (const auto paths = filesIn(*source); !paths.isEmpty()) {
        Q_EMIT filesGiven(paths);
        return;
    }
    if (source->hasImage() && !source->hasText()) {
        Q_EMIT pictureGiven(qvariant_cast<QImage>(source->imageData()));
        return;
    }
    QPlainTextEdit::insertFromMimeData(source);
}

PostWriting::PostWriting(Bridge &bridge, std::shared_ptr<text::Speller> speller, int lines, QWidget *parent)
    : QWidget(parent), bridge_(bridge), text_(new PostText(this)), marks_(new WritingMarks(bridge, *text_, this)), strip_(new WritingStrip(bridge, *marks_, *text_, this))
{
    constexpr int kLineHeight = 18, kFrame = 16;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGrid);
    text_->setTabChangesFocus(true);
    text_->setProperty("role", "field");
    text_->setFixedHeight(Theme::of(this).scaled(lines * kLineHeight + kFrame));
    layout->addWidget(text_);
    layout->addWidget(strip_);
    setFocusProxy(text_);
    marks_->add(charterCheck(bridge_, marks_));
    marks_->add(proofCheck(std::move(speller), [field = QPointer<PostWriting>(this)](const QString &word, const std::string &lang) {
        if (field)
            field->learn(word, lang);
    }));
    marks_->add([](store::Tx &, const WritingInput &input) { return unseenMarks(input); });
    text_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(text_, &QWidget::customContextMenuRequested, this,
            [this](const QPoint &at) { strip_->openContextMenu(text_->viewport()->mapToGlobal(at), text_->cursorForPosition(at).position()); });
}

void PostWriting::setSituation(const std::string &lang, AccountId account)
{
    WritingInput situation;
    situation.lang = lang;
    situation.account = account;
    marks_->setSituation(situation);
}

int PostWriting::removeUnseen()
{
    const auto text = utf8(text_->toPlainText());
    const auto unseen = text::unseenCharacters(text);
    auto cursor = text_->textCursor();
    cursor.beginEditBlock();
    for (auto one = unseen.rbegin(); one != unseen.rend(); ++one) {
        const auto places = utf16Offsets(text, {one->begin, one->end});
        cursor.setPosition(static_cast<int>(places[0]));
        cursor.setPosition(static_cast<int>(places[1]), QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
    }
    cursor.endEditBlock();
    return static_cast<int>(unseen.size());
}

void PostWriting::learn(const QString &word, const std::string &lang)
{
    bridge_.write<bool>(
        this,
        [word = utf8(word), lang](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::WritingHabits(tx).addWord(lang, word));
            return true;
        },
        [this](const Result<bool> &done) {
            if (done)
                marks_->recheck();
        });
}

} // namespace vigie::ui
