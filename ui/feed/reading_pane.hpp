// SPDX-License-Identifier: GPL-3.0-or-later
// The whole of one mention: text with the words that matched and those that made its tone, why it is here, media with
// their alternative text, earlier texts, tags, the member, relays and the thread; actions at the foot.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/feed/reading.hpp"

#include <vigie/model/change.hpp>

#include <QPointer>
#include <QSet>
#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace vigie::ui {

class EmptyState;
class ErrorBar;
class FlowLayout;
class KeptBox;
class PaneHeader;
class Shell;
class TextBlock;

class ReadingPane final : public QWidget {
    Q_OBJECT
public:
    explicit ReadingPane(Shell &shell, QWidget *parent = nullptr);

    /// `via`: the column it was chosen in, whose words are marked.
    void showItem(ItemId id, QueryId via);
    void clear();
    [[nodiscard]] ItemId item() const { return item_; }
    /// What is shown; null while it is being read.
    [[nodiscard]] const Reading *reading() const { return reading_ ? &*reading_ : nullptr; }
    void focusText();
    void focusTag();
    /// A row of buttons for these commands, with their keys.
    void addActions(const QStringList &commands);
    void apply(const Change &change);

Q_SIGNALS:
    void itemWanted(vigie::ItemId id);
    void left();
    void tagWanted(const QString &tag, bool on);
    void shown();

private:
    void build();
    void buildContent();
    void connectContent();
    void ask();
    void present(Reading reading);
    void showHead();
    void showBody();
    void showMedia();
    void showRevisions();
    void showTags();
    void showMember();
    void showRelays();
    void showThread();
    void scheduleFetch();
    void fetchThread();
    void labelActions();
    void placeFoot();
    void retranslate();
    [[nodiscard]] QString whyWords() const;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

    Shell &shell_;
    ItemId item_;
    QueryId via_;
    Generation generation_;
    std::optional<text::ToneAnalyser> tone_;
    std::optional<Reading> reading_;
    bool unveiled_ = false, allThread_ = false, allRelays_ = false, revisionsOpen_ = false;
    QSet<qint64> fetched_; ///< threads asked of the network since the start
    QTimer askTimer_, fetchTimer_;

    PaneHeader *header_;
    ErrorBar *error_;
    EmptyState *empty_;
    QScrollArea *scroll_;
    QStackedLayout *stack_;
    QVBoxLayout *pageLayout_, *contentLayout_;
    QLabel *handle_, *title_, *state_, *warning_, *why_, *relevance_, *member_, *relays_, *relayNote_, *threadTitle_, *threadNote_;
    QPushButton *reveal_, *revisionsButton_, *moreRelays_, *moreThread_, *fetchButton_;
    TextBlock *text_;
    KeptBox *kept_;
    QWidget *warningRow_, *mediaBox_, *revisionsBox_, *tagsBox_, *relaysBox_, *threadBox_, *foot_;
    FlowLayout *tagsLayout_, *actions_;
    QLineEdit *tagEdit_;
    QStringList commands_;
    QList<QPointer<QPushButton>> buttons_;
};

} // namespace vigie::ui
