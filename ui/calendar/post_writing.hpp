// SPDX-License-Identifier: GPL-3.0-or-later
// A field for the words of a post, the base or a variant: with what is marked in them (charter, spelling, typography, characters
// that nobody sees), and pictures that are pasted or dropped into it.
// Thread: the window's; checks run in jobs of the store.
#pragma once

#include "ui/bridge/bridge.hpp"
#include "ui/inbox/writing_marks.hpp"

#include <vigie/text/spelling.hpp>

#include <QPlainTextEdit>
#include <QWidget>

#include <memory>
#include <string>

namespace vigie::ui {

class WritingStrip;

/// Takes pictures as well as words; what to do with them is for whoever listens.
class PostText final : public QPlainTextEdit {
    Q_OBJECT
public:
    using QPlainTextEdit::QPlainTextEdit;

Q_SIGNALS:
    void filesGiven(const QStringList &paths);
    void pictureGiven(const QImage &picture);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
};

class PostWriting final : public QWidget {
    Q_OBJECT
public:
    /// `speller`: one for all fields of an editor.
    PostWriting(Bridge &bridge, std::shared_ptr<text::Speller> speller, int lines, QWidget *parent);
    [[nodiscard]] PostText *field() const { return text_; }
    [[nodiscard]] WritingMarks &marks() const { return *marks_; }
    [[nodiscard]] WritingStrip &strip() const { return *strip_; }
    /// Language of the post; an account's own words are looked at in the language they are in.
    void setSituation(const std::string &lang, AccountId account);
    /// The characters that nobody sees are taken away, as one step of the field's own undo; how many there were.
    int removeUnseen();

private:
    void learn(const QString &word, const std::string &lang);

    Bridge &bridge_;
    PostText *text_;
    WritingMarks *marks_;
    WritingStrip *strip_;
};

} // namespace vigie::ui
