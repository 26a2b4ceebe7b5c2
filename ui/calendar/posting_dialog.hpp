// SPDX-License-Identifier: GPL-3.0-or-later
// What one's own history says before a post is planned: when to post, what comments to expect, which texts to say again.
// Thread: the window's. Errors: shown in place.
#pragma once

#include "ui/bridge/generation.hpp"
#include "ui/calendar/calendar_data.hpp"
#include "ui/calendar/posting_reading.hpp"

#include <vigie/insight/post_after.hpp>

#include <QDialog>

class QPushButton;
class QTabWidget;

namespace vigie::ui {

class AgainPane;
class CalendarActions;
class ErrorBar;
class LoadPane;
class TimesPane;

class PostingDialog final : public QDialog {
    Q_OBJECT
public:
    enum class Page { Times, Load, Again };

    PostingDialog(CalendarData &data, CalendarActions &actions, QWidget *parent);
    void setPage(Page page);
    [[nodiscard]] bool isReady() const { return ready_; }
    [[nodiscard]] TimesPane &times() const { return *times_; }
    [[nodiscard]] LoadPane &load() const { return *load_; }
    [[nodiscard]] AgainPane &again() const { return *again_; }
    /// What Enter and the button of the page in front do.
    void act();

private:
    struct Read {
        PostingReading posting;
        std::vector<insight::Evergreen> again;
    };
    void ask();
    void nameButton();
    void draftAtHour();
    void draftAgain();
    void made(const Result<PlanId> &id);

    CalendarData &data_;
    CalendarActions &actions_;
    Generation asked_;
    bool ready_ = false;
    QTabWidget *tabs_;
    TimesPane *times_;
    LoadPane *load_;
    AgainPane *again_;
    ErrorBar *error_;
    QPushButton *do_;
};

} // namespace vigie::ui
