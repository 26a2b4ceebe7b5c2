// SPDX-License-Identifier: GPL-3.0-or-later
// The middle pane above the composer: what the conversation is about, and its entries. Entries that did not change keep
// their widgets, so that nothing jumps while news arrives.
// Thread: the window's.
#pragma once

#include "ui/inbox/entry_widget.hpp"
#include "ui/widget/pieces.hpp"

#include <QScrollArea>

#include <memory>

class QStackedLayout;
class QVBoxLayout;

namespace vigie::ui {

class DeadlineMark;

class ConversationView final : public QFrame {
    Q_OBJECT
public:
    explicit ConversationView(Bridge &bridge, QWidget *parent = nullptr);

    void setLoading();
    void setConversation(const std::shared_ptr<const Conversation> &conversation);
    void setError(const Error &error);
    void setNothing();
    void setMany(int tickets);
    [[nodiscard]] bool isShowing(TicketId ticket) const;
    [[nodiscard]] const QList<EntryWidget *> &entries() const { return entries_; }
    [[nodiscard]] QScrollArea &scroll() const { return *scroll_; }
    /// Entries below those that stand there.
    [[nodiscard]] int waitingBelow() const { return conversation_ ? static_cast<int>(conversation_->entries.size() - last_) : 0; }
    void goToNewest();

Q_SIGNALS:
    void undoRequested(vigie::OutboundId outbound);
    void retryRequested(vigie::OutboundId outbound);
    void checkRequested(vigie::OutboundId outbound);
    void discardRequested(vigie::OutboundId outbound);
    void fetchRequested();
    void reloadRequested();

private:
    void changeEvent(QEvent *event) override;
    void retranslate();
    /// Which entries become widgets: a window over the conversation that grows as one reads on.
    void chooseOpened();
    /// The same conversation, read again; true: it jumped to its end.
    bool chooseAgain(const Conversation &before);
    void growDown(int entries);
    void rebuild();
    [[nodiscard]] EntryWidget *makeEntry(const Entry &entry);
    void showMore();
    void showPlace(bool opened, bool wasAtEnd);
    void showWords(const QString &icon, const QString &title, const QString &sentence, const QString &action = {});

    Bridge &bridge_;
    std::shared_ptr<const Conversation> conversation_;
    QFrame *header_;
    ElidedLabel *subject_, *facts_;
    QLabel *tone_, *tags_, *lang_;
    QStackedLayout *stack_;
    QScrollArea *scroll_;
    QVBoxLayout *column_;
    QPushButton *earlier_, *later_, *newest_;
    QWidget *laterRow_;
    EmptyState *empty_;
    Skeleton *skeleton_;
    QList<EntryWidget *> entries_;
    DeadlineMark *deadline_;
    QTimer ticker_;
    std::size_t first_ = 0, last_ = 0; ///< entries from first_ to before last_ stand there
    int many_ = 0;
    bool nothing_ = true;
    std::optional<Error> error_;
};

} // namespace vigie::ui
