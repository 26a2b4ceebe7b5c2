// SPDX-License-Identifier: GPL-3.0-or-later
// The middle pane above the composer: what the conversation is about, and its entries. Entries that did not change keep
// their widgets, so that nothing jumps while news arrives.
// Thread: the window's.
#pragma once

#include "ui/inbox/entry_widget.hpp"
#include "ui/widget/pieces.hpp"

#include <QScrollArea>
#include <QSet>

#include <memory>

class QStackedLayout;
class QVBoxLayout;

namespace vigie::ui {

class DeadlineMark;

class ConversationView final : public QFrame {
    Q_OBJECT
public:
    static constexpr int kAtOnce = 24; ///< entries made into widgets at a time
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
    [[nodiscard]] int waitingBelow() const { return conversation_ ? static_cast<int>(shown_.size() - last_) : 0; }
    void goToNewest();
    /// The entry that keys speak of; null: none, the newest message is meant.
    [[nodiscard]] const Entry *current() const;
    /// To the next entry (the previous one); further ones are made as one goes.
    void moveCurrent(int by);
    /// Folds or unfolds what hangs below the entry at hand; a folded leaf's parent is folded instead.
    void fold(bool folded);
    /// What became of fetching the missing messages.
    void setFetching(EntryWidget::Fetch state, const QString &why = {});

Q_SIGNALS:
    void undoRequested(vigie::OutboundId outbound);
    void retryRequested(vigie::OutboundId outbound);
    void checkRequested(vigie::OutboundId outbound);
    void discardRequested(vigie::OutboundId outbound);
    void fetchRequested();
    void reloadRequested();

private:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool keyPressed(int key);
    void focusPlace(std::size_t place);
    [[nodiscard]] std::size_t currentPlace() const;
    void setCurrent(const std::string &key);
    void chooseShown();
    void askEdits(EntryWidget *widget, ItemId item);
    [[nodiscard]] const Entry &shownAt(std::size_t place) const { return conversation_->entries[shown_[place]]; }
    [[nodiscard]] std::size_t newestPlace() const;
    void showWindow(std::size_t place);
    void retranslate();
    /// Which entries become widgets: a window over the conversation that grows as one reads on.
    void chooseOpened();
    /// The same conversation, read again; true: it jumped to its end.
    bool chooseAgain(const Conversation &before, const std::vector<std::size_t> &shownBefore);
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
    std::vector<std::size_t> shown_;   ///< places of the entries that are not folded away
    QSet<QString> folded_;             ///< what keys of entries begin with: their id
    std::string current_;              ///< key of an entry
    EntryWidget::Fetch fetch_ = EntryWidget::Fetch::Idle;
    QString fetchWhy_;
    std::size_t first_ = 0, last_ = 0; ///< of shown_, from first_ to before last_ stand there
    std::size_t target_ = 0;           ///< place of shown_ to bring into sight
    int many_ = 0;
    bool nothing_ = true;
    std::optional<Error> error_;
};

/// By what an entry is known when it changes: empty for what cannot be folded.
[[nodiscard]] QString foldName(const Entry &entry);

} // namespace vigie::ui
