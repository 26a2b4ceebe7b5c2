// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/handover/scopes_editor.hpp"

#include "ui/bridge/text.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/store/scopes.hpp>

#include <QDateEdit>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QTimeZone>
#include <QVBoxLayout>

#include <array>

namespace vigie::ui {

namespace {

constexpr int kListHeight = 90;

QString joined(const std::vector<std::string> &texts)
{
    QStringList out;
    for (const auto &text : texts)
        out << qs(text);
    return out.join(QStringLiteral(", "));
}

std::vector<std::string> parted(const QString &text)
{
    std::vector<std::string> out;
    for (const auto &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!part.trimmed().isEmpty())
            out.push_back(utf8(part.trimmed()));
    return out;
}

} // namespace

ScopesEditor::ScopesEditor(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), list_(new QListWidget(this)), away_(new QListWidget(this)), form_(new QFormLayout), awayForm_(new QFormLayout),
      name_(new QLineEdit(this)), owner_(new QLineEdit(this)), countries_(new QLineEdit(this)), languages_(new QLineEdit(this)), segments_(new QLineEdit(this)),
      brands_(new QLineEdit(this)), who_(new QLineEdit(this)), by_(new QLineEdit(this)), from_(new QDateEdit(this)), until_(new QDateEdit(this)),
      keep_(roleButton(QStringLiteral("primary"), this)), fresh_(roleButton({}, this)), remove_(roleButton(QStringLiteral("link"), this)), addAway_(roleButton({}, this)),
      endAway_(roleButton(QStringLiteral("link"), this)), error_(new ErrorBar(this))
{
    build();
    connect(list_, &QListWidget::currentRowChanged, this, &ScopesEditor::choose);
    connect(fresh_, &QPushButton::clicked, this, [this] {
        list_->setCurrentRow(-1);
        choose(-1);
        name_->setFocus();
    });
    connect(name_, &QLineEdit::textChanged, this, [this] { keep_->setEnabled(!name_->text().trimmed().isEmpty()); });
    connect(keep_, &QPushButton::clicked, this, &ScopesEditor::keep);
    connect(remove_, &QPushButton::clicked, this, &ScopesEditor::remove);
    connect(who_, &QLineEdit::textChanged, this, [this] { addAway_->setEnabled(!who_->text().trimmed().isEmpty()); });
    connect(addAway_, &QPushButton::clicked, this, &ScopesEditor::addAbsence);
    connect(endAway_, &QPushButton::clicked, this, &ScopesEditor::removeAbsence);
    retranslate();
    choose(-1);
    load();
}

void ScopesEditor::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    const auto rows = [this](QFormLayout *form, std::initializer_list<QWidget *> fields) {
        form->setRowWrapPolicy(QFormLayout::WrapLongRows);
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        for (auto *field : fields) {
            auto *label = roleLabel(QStringLiteral("muted"), {}, this);
            label->setBuddy(field);
            form->addRow(label, field);
        }
    };
    rows(form_, {name_, owner_, countries_, languages_, segments_, brands_});
    rows(awayForm_, {who_, from_, until_, by_});
    for (auto *list : {list_, away_})
        list->setMaximumHeight(Theme::of(this).scaled(kListHeight));
    for (auto *date : {from_, until_}) {
        date->setCalendarPopup(true);
        date->setDate(QDate::currentDate());
    }
    layout->addWidget(list_);
    layout->addLayout(form_);
    auto *foot = new FlowLayout(nullptr, kGap);
    for (auto *button : {keep_, fresh_, remove_})
        foot->addWidget(button);
    layout->addLayout(foot);
    layout->addWidget(error_);
    layout->addWidget(away_);
    layout->addLayout(awayForm_);
    auto *awayFoot = new FlowLayout(nullptr, kGap);
    awayFoot->addWidget(addAway_);
    awayFoot->addWidget(endAway_);
    layout->addLayout(awayFoot);
    addAway_->setEnabled(false);
}

void ScopesEditor::load()
{
    if (!name_->text().isEmpty() && !open_)
        return; // a new one is being typed
    shell_.bridge.read<Known>(
        this,
        [](store::Tx &tx) -> Result<Known> {
            Known out;
            VIGIE_TRY(out.scopes, store::Scopes(tx).all());
            VIGIE_TRY(out.absences, store::Scopes(tx).absences());
            return out;
        },
        [this](Result<Known> known) {
            if (known)
                show(std::move(*known));
        });
}

QString ScopesEditor::lineOf(const Scope &scope) const
{
    QStringList what;
    for (const auto *list : {&scope.countries, &scope.languages, &scope.segments, &scope.brands})
        if (!list->empty())
            what << joined(*list);
    return tr("%1: %2 (%3)", "name of a scope, its owner, what it asks for")
        .arg(qs(scope.name), scope.owner.empty() ? tr("nobody") : qs(scope.owner), what.isEmpty() ? tr("everything") : what.join(QStringLiteral(" \u00B7 ")));
}

void ScopesEditor::show(Known known)
{
    known_ = std::move(known);
    {
        const QSignalBlocker quiet(list_);
        list_->clear();
        int row = -1;
        for (const auto &one : known_.scopes) {
            list_->addItem(lineOf(one));
            row = one.id == open_ ? list_->count() - 1 : row;
        }
        list_->setCurrentRow(row);
        choose(row);
    }
    list_->setVisible(!known_.scopes.empty());
    away_->clear();
    const auto &zone = shell_.bridge.zone();
    for (const auto &one : known_.absences)
        away_->addItem(tr("%1 is away from %2 until %3; for them: %4")
                           .arg(qs(one.person), format::date(one.from, zone), format::date(one.until, zone), one.replacedBy.empty() ? tr("the next scope") : qs(one.replacedBy)));
    away_->setVisible(!known_.absences.empty());
    endAway_->setVisible(!known_.absences.empty());
}

void ScopesEditor::choose(int row)
{
    const bool there = row >= 0 && row < static_cast<int>(known_.scopes.size());
    const auto one = there ? known_.scopes[static_cast<std::size_t>(row)] : Scope{};
    open_ = one.id;
    name_->setText(qs(one.name));
    owner_->setText(qs(one.owner));
    countries_->setText(joined(one.countries));
    languages_->setText(joined(one.languages));
    segments_->setText(joined(one.segments));
    brands_->setText(joined(one.brands));
    remove_->setVisible(there);
    keep_->setEnabled(there);
    error_->clear();
}

void ScopesEditor::write(std::function<Result<bool>(store::Tx &)> job)
{
    shell_.bridge.write<bool>(this, std::move(job), [this](Result<bool> done) {
        if (!done && done.error().code == Errc::Duplicate)
            return error_->setMessage(tr("There is a scope of this name already."));
        if (!done && done.error().code == Errc::InvalidInput)
            return error_->setMessage(tr("An absence ends after it begins."));
        if (!done)
            return error_->setError(done.error());
        error_->clear();
        name_->clear();
        open_ = {};
        load();
    });
}

void ScopesEditor::keep()
{
    Scope wanted;
    for (const auto &one : known_.scopes)
        if (one.id == open_)
            wanted = one;
    wanted.name = utf8(name_->text().trimmed());
    wanted.owner = utf8(owner_->text().trimmed());
    wanted.countries = parted(countries_->text().toUpper());
    wanted.languages = parted(languages_->text().toLower());
    wanted.segments = parted(segments_->text());
    wanted.brands = parted(brands_->text());
    write([wanted](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Scopes(tx).save(wanted));
        return true;
    });
}

void ScopesEditor::remove()
{
    write([id = open_](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Scopes(tx).remove(id));
        return true;
    });
}

void ScopesEditor::addAbsence()
{
    const QTimeZone zone(QByteArray::fromStdString(shell_.bridge.zone()));
    const auto day = [&](const QDate &date) { return fromMicros(date.startOfDay(zone).toMSecsSinceEpoch() * 1000); };
    const Absence wanted{{}, utf8(who_->text().trimmed()), day(from_->date()), day(until_->date().addDays(1)), utf8(by_->text().trimmed())}; // the last day is whole
    who_->clear();
    by_->clear();
    write([wanted](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Scopes(tx).addAbsence(wanted));
        return true;
    });
}

void ScopesEditor::removeAbsence()
{
    const int row = std::max(0, away_->currentRow());
    if (row >= static_cast<int>(known_.absences.size()))
        return;
    write([id = known_.absences[static_cast<std::size_t>(row)].id](store::Tx &tx) -> Result<bool> {
        VIGIE_CHECK(store::Scopes(tx).removeAbsence(id));
        return true;
    });
}

void ScopesEditor::retranslate()
{
    const std::array<std::tuple<QFormLayout *, QWidget *, QString>, 10> words{{{form_, name_, tr("Scope")}, {form_, owner_, tr("Owner")}, {form_, countries_, tr("Countries")},
                                                                             {form_, languages_, tr("Languages")}, {form_, segments_, tr("Segments (tags)")},
                                                                             {form_, brands_, tr("Brands (accounts)")}, {awayForm_, who_, tr("Away")},
                                                                             {awayForm_, from_, tr("From")}, {awayForm_, until_, tr("Last day")}, {awayForm_, by_, tr("Replaced by")}}};
    for (const auto &[form, field, text] : words) {
        field->setAccessibleName(text);
        if (auto *label = qobject_cast<QLabel *>(form->labelForField(field)))
            label->setText(text);
    }
    list_->setAccessibleName(tr("Scopes"));
    away_->setAccessibleName(tr("Absences"));
    countries_->setPlaceholderText(tr("FR, BE; empty: every country"));
    languages_->setPlaceholderText(tr("fr, en; empty: every language"));
    segments_->setPlaceholderText(tr("empty: everybody"));
    brands_->setPlaceholderText(tr("handles of your accounts; empty: all"));
    by_->setPlaceholderText(tr("empty: the next scope decides"));
    keep_->setText(tr("Keep the scope"));
    fresh_->setText(tr("Another scope"));
    remove_->setText(tr("Remove the scope"));
    addAway_->setText(tr("Note the absence"));
    endAway_->setText(tr("Remove the absence"));
    for (auto *button : {keep_, fresh_, remove_, addAway_, endAway_})
        button->setAccessibleName(button->text());
}

void ScopesEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        load();
    }
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
