// SPDX-License-Identifier: GPL-3.0-or-later
// One entry of a conversation: a message, an answer of ours, a note, something on its way, or the place of a message
// that was not seen. Text from the network is shown as text, never as markup.
// Thread: the window's.
#pragma once

#include "ui/bridge/bridge.hpp"
#include "ui/inbox/conversation_data.hpp"
#include "ui/theme/theme.hpp"

#include <vigie/text/difference.hpp>

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace vigie::ui {

class EntryWidget final : public QFrame {
    Q_OBJECT
public:
    EntryWidget(Entry entry, Bridge &bridge, QWidget *parent = nullptr);
    [[nodiscard]] const Entry &entry() const { return entry_; }
    /// Marks the first message that nobody has answered yet.
    void setUnread(bool unread);
    /// The one that keys speak of.
    void setCurrent(bool current);
    /// How many hang below it now, and whether they are shown.
    void setFolded(bool folded, int below);
    [[nodiscard]] bool folded() const { return folded_; }
    /// A placeholder: what became of fetching it.
    enum class Fetch { Idle, Running, NotThere, Failed };
    void setFetch(Fetch state, const QString &why = {});
    /// Shows or hides what the author changed; asks for the earlier texts first.
    void toggleEdits();
    void showEdits(const std::vector<store::ItemRevision> &earlier);
    /// Counts down what leaves soon.
    void tick();

Q_SIGNALS:
    void undoRequested(vigie::OutboundId outbound);
    void retryRequested(vigie::OutboundId outbound);
    void checkRequested(vigie::OutboundId outbound);
    void discardRequested(vigie::OutboundId outbound);
    void fetchRequested();
    void editsRequested(vigie::ItemId item);
    void foldRequested(bool fold);

private:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void build();
    void addHead(QVBoxLayout *layout, const QString &name, const QString &detail, const QString &badge);
    void addBody(QVBoxLayout *layout, const std::string &text, const std::vector<TextSpan> &spans, const std::vector<text::ToneWord> &words);
    void addItem(QVBoxLayout *layout);
    void addPending(QVBoxLayout *layout);
    void addMedia(QVBoxLayout *layout);
    void addQuote(QVBoxLayout *layout);
    void addParts(QVBoxLayout *layout);
    void addPlaceholder(QVBoxLayout *layout);
    void addEdits(QVBoxLayout *layout);
    void addFold(QVBoxLayout *layout);
    [[nodiscard]] int indent() const;
    [[nodiscard]] QString pendingSentence() const;

    Entry entry_;
    Bridge &bridge_;
    QLabel *state_ = nullptr;
    std::vector<store::ItemRevision> earlier_;
    Fetch fetch_ = Fetch::Idle;
    QString fetchWhy_;
    bool unread_ = false, current_ = false, folded_ = false, edits_ = false;
};

/// What was taken away struck out between [- and ], what came underlined between [+ and ]; safe as rich text.
[[nodiscard]] QString differenceMarkup(const std::vector<text::DifferencePiece> &pieces, const Theme &theme);
/// Text with links, and words of tone underlined, safe as rich text: everything is escaped.
[[nodiscard]] QString bodyMarkup(const std::string &text, const std::vector<TextSpan> &spans, const std::vector<text::ToneWord> &words, const Theme &theme);

} // namespace vigie::ui
