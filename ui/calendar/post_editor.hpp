// SPDX-License-Identifier: GPL-3.0-or-later
// Everything about the selected post: its words, where they go, when, and what became of them. Drafts are on the disk
// within a second of the last key; a planned post changes only when the person plans it again.
// Thread: the window's.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/calendar/calendar_data.hpp"

#include <vigie/plan/planner.hpp>
#include <vigie/plan/tracking.hpp>
#include <vigie/store/assets.hpp>
#include <vigie/text/spelling.hpp>

#include <QTimer>
#include <QWidget>

#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace vigie::ui {

class CalendarActions;
class ElidedLabel;
class EmptyState;
class ErrorBar;
class KeptEdits;
class CommandRegistry;
class MediaList;
class OutsideWatch;
class PostText;
class PostWriting;
class PreviewSection;
class PostSection;
class VariantRow;
class WhenRow;
class WritingMarks;

class PostEditor final : public QWidget {
    Q_OBJECT
public:
    PostEditor(CalendarData &data, CalendarActions &actions, QWidget *parent);

    [[nodiscard]] PlanId shown() const { return plan_.id; }
    /// The post as it stands in the fields.
    [[nodiscard]] PlanItem current() const;
    void edit();                     ///< focus on the words
    void addMedia();
    void plan();
    void keepAsDraft();
    void publishNow();
    void duplicate();
    /// Back to what is planned.
    void discard();
    /// What is not on the disk yet goes there now.
    void flush();
    void showError(const Error &error);
    [[nodiscard]] bool canPlan() const;
    [[nodiscard]] bool isDirty() const { return dirty_; }
    [[nodiscard]] const std::vector<VariantRow *> &variantRows() const { return rows_; }
    [[nodiscard]] QPlainTextEdit *textField() const;
    [[nodiscard]] PreviewSection *preview() const { return preview_; }
    [[nodiscard]] QString bindingText() const;
    /// Its own commands, under the panel that shows it.
    void registerCommands(CommandRegistry &commands, QWidget *panel);
    [[nodiscard]] QString generalFindings() const;
    /// What the charter marks in the words.
    [[nodiscard]] WritingMarks &marks() const;

Q_SIGNALS:
    void newWanted();
    void left();                     ///< Esc: back to the grid
    void deleteWanted(vigie::PlanId id);

private:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void build();
    QWidget *buildForm();
    QWidget *buildButtons();
    void retranslate();
    void follow();                   ///< the selection or the data moved
    void load(const calendar::Post &post);
    void outcome(const calendar::Post &post);
    void makeRows();
    void onEdited();
    void autosave();
    void ask();
    void showFindings(const std::vector<plan::Finding> &findings);
    void refresh();
    void sendNow();
    void finished(const Result<PlanId> &result, bool approved);

    // post_editor_composing.cpp
    struct Checked {
        std::vector<plan::Finding> findings;
        plan::ComposeRules rules;
        std::vector<store::VariantBases::Row> bases;
        std::string campaign;        ///< its name
    };
    void showChecked(const Checked &checked);
    void compose();                  ///< counters, previews and marks of the words as they stand
    void partIntoThread(VariantRow &row);
    void showRowFindings();
    void noteBaseSeen(AccountId account);
    [[nodiscard]] VariantRow *rowInFocus() const;
    [[nodiscard]] PostWriting *writingInFocus() const;
    void backToBase();
    void partIntoThread();
    void explainLength();
    void removeUnseen();
    void showPreviews();
    void openLibrary(AssetId chosen = {});
    void openRules();

    CalendarData &data_;
    CalendarActions &actions_;
    PlanItem plan_;
    bool dirty_ = false, busy_ = false, loading_ = false, typedMeanwhile_ = false;
    QTimer saveTimer_, checkTimer_;
    Generation checks_;
    std::vector<VariantRow *> rows_;
    KeptEdits *kept_;
    std::shared_ptr<text::Speller> speller_ = std::make_shared<text::Speller>();
    plan::ComposeRules rules_;
    std::string campaign_;
    std::vector<plan::Finding> findings_;
    OutsideWatch *outside_;

    QStackedWidget *stack_;
    EmptyState *empty_;
    ElidedLabel *title_;
    QLabel *whenLabel_, *baseLabel_, *hint_, *binding_, *general_, *unplanned_, *reactions_, *accountsLabel_, *warningLabel_, *visibilityLabel_, *langLabel_, *lateLabel_;
    ErrorBar *error_;
    PostWriting *base_;
    PostText *text_;                 ///< the field of base_
    PreviewSection *preview_;
    QVBoxLayout *variants_;
    WhenRow *when_;
    MediaList *media_;
    std::vector<PostSection *> sections_;
    QLineEdit *warning_;
    QComboBox *visibility_, *lang_;
    QSpinBox *late_;
    QPushButton *planButton_, *draft_, *now_, *copy_, *remove_, *discard_;
};

} // namespace vigie::ui
