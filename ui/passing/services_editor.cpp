// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/passing/services_editor.hpp"

#include "ui/bridge/text.hpp"
#include "ui/passing/passing_words.hpp"
#include "ui/widget/flow_layout.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/toast.hpp"

#include <vigie/desk/slip.hpp>
#include <vigie/net/mail.hpp>
#include <vigie/store/departments.hpp>
#include <vigie/store/sla.hpp>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <array>

namespace vigie::ui {

namespace {

constexpr int kListHeight = 110, kTextHeight = 70;

QString lineOf(const Colleague &one)
{
    return one.name.empty() ? qs(one.address) : QStringLiteral("%1 <%2>").arg(qs(one.name), qs(one.address));
}

Colleague colleagueFrom(const QString &line)
{
    const auto open = line.lastIndexOf(QLatin1Char('<'));
    if (open < 0 || !line.endsWith(QLatin1Char('>')))
        return {"", utf8(line)};
    return {utf8(line.left(open).trimmed()), utf8(line.mid(open + 1, line.size() - open - 2).trimmed())};
}

} // namespace

ServicesEditor::ServicesEditor(Shell &shell, QWidget *parent)
    : QWidget(parent), shell_(shell), list_(new QListWidget(this)), fields_(new QWidget(this)), form_(new QFormLayout(fields_)), nameFr_(new QLineEdit(this)),
      nameEn_(new QLineEdit(this)), tags_(new QLineEdit(this)), colleagues_(new QPlainTextEdit(this)), slip_(new QPlainTextEdit(this)), hours_(new QDoubleSpinBox(this)),
      lang_(new QComboBox(this)), calendar_(new QComboBox(this)), add_(roleButton({}, this)), examples_(roleButton({}, this)), keep_(roleButton(QStringLiteral("primary"), this)),
      remove_(roleButton(QStringLiteral("link"), this)), error_(new ErrorBar(this))
{
    build();
    connect(list_, &QListWidget::currentRowChanged, this, &ServicesEditor::choose);
    connect(add_, &QPushButton::clicked, this, [this] {
        list_->setCurrentRow(-1);
        choose(-1);
        fields_->show();
        nameFr_->setFocus();
    });
    connect(examples_, &QPushButton::clicked, this, &ServicesEditor::addExamples);
    connect(keep_, &QPushButton::clicked, this, &ServicesEditor::keep);
    connect(remove_, &QPushButton::clicked, this, &ServicesEditor::remove);
    for (auto *edit : {nameFr_, nameEn_, tags_})
        connect(edit, &QLineEdit::textChanged, this, &ServicesEditor::look);
    for (auto *edit : {colleagues_, slip_})
        connect(edit, &QPlainTextEdit::textChanged, this, &ServicesEditor::look);
    connect(hours_, &QDoubleSpinBox::valueChanged, this, &ServicesEditor::look);
    for (auto *box : {lang_, calendar_})
        connect(box, &QComboBox::currentIndexChanged, this, &ServicesEditor::look);
    retranslate();
    load();
}

void ServicesEditor::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    list_->setMaximumHeight(Theme::of(this).scaled(kListHeight));
    layout->addWidget(list_);
    auto *buttons = new FlowLayout(nullptr, kGap);
    buttons->addWidget(add_);
    buttons->addWidget(examples_);
    layout->addLayout(buttons);
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (auto *field : std::initializer_list<QWidget *>{nameFr_, nameEn_, colleagues_, hours_, calendar_, lang_, tags_, slip_}) {
        auto *label = roleLabel(QStringLiteral("muted"), {}, fields_);
        label->setBuddy(field);
        form_->addRow(label, field);
    }
    for (auto *edit : {colleagues_, slip_}) {
        edit->setTabChangesFocus(true);
        edit->setMinimumHeight(Theme::of(this).scaled(kTextHeight));
        edit->setMaximumHeight(Theme::of(this).scaled(kTextHeight * 2));
    }
    hours_->setRange(0.1, 24 * 365);
    hours_->setDecimals(1);
    layout->addWidget(fields_);
    layout->addWidget(error_);
    auto *foot = new FlowLayout(nullptr, kGap);
    foot->addWidget(keep_);
    foot->addWidget(remove_);
    layout->addLayout(foot);
    choose(-1);
}

void ServicesEditor::load()
{
    if (dirty_)
        return; // what is being typed stays
    shell_.bridge.read<Loaded>(
        this,
        [](store::Tx &tx) -> Result<Loaded> {
            Loaded out;
            VIGIE_TRY(out.services, store::Departments(tx).all());
            VIGIE_TRY(const auto calendars, store::Sla(tx).calendars());
            for (const auto &one : calendars)
                out.calendars << qs(one.name);
            return out;
        },
        [this](Result<Loaded> all) {
            if (!all)
                return error_->setError(all.error());
            calendars_ = all->calendars;
            show(std::move(all->services));
        });
}

/// Calendars by name; one that is not there any more stays chosen, and says what it means.
void ServicesEditor::offerCalendars(const QString &chosen)
{
    const QSignalBlocker quiet(calendar_);
    calendar_->clear();
    calendar_->addItem(tr("Every hour counts"), QString());
    for (const auto &name : calendars_)
        calendar_->addItem(name, name);
    if (!chosen.isEmpty() && calendar_->findData(chosen) < 0)
        calendar_->addItem(tr("%1 (not there any more: every hour counts)").arg(chosen), chosen);
    calendar_->setCurrentIndex(std::max(0, calendar_->findData(chosen)));
}

void ServicesEditor::show(std::vector<Department> all)
{
    all_ = std::move(all);
    const QSignalBlocker quiet(list_);
    list_->clear();
    int row = -1;
    for (const auto &one : all_) {
        const auto hours = format::duration(std::chrono::duration_cast<std::chrono::seconds>(one.deadline));
        list_->addItem(one.colleagues.empty() ? tr("%1: %2, no address yet").arg(serviceName(one), hours)
                                              : tr("%1: %2, %n address(es)", nullptr, static_cast<int>(one.colleagues.size())).arg(serviceName(one), hours));
        row = one.id == open_ ? list_->count() - 1 : row;
    }
    list_->setVisible(!all_.empty());
    examples_->setVisible(all_.empty());
    list_->setCurrentRow(row);
    choose(row);
}

void ServicesEditor::choose(int row)
{
    const bool there = row >= 0 && row < static_cast<int>(all_.size());
    const auto one = there ? all_[static_cast<std::size_t>(row)] : Department{};
    filling_ = true;
    open_ = one.id;
    nameFr_->setText(qs(one.nameFr));
    nameEn_->setText(qs(one.nameEn));
    QStringList people, tags;
    for (const auto &colleague : one.colleagues)
        people << lineOf(colleague);
    for (const auto &tag : one.tags)
        tags << qs(tag);
    colleagues_->setPlainText(people.join(QLatin1Char('\n')));
    tags_->setText(tags.join(QStringLiteral(", ")));
    slip_->setPlainText(qs(one.slip));
    hours_->setValue(static_cast<double>(one.deadline.count()) / 60);
    lang_->setCurrentIndex(std::max(0, lang_->findData(qs(one.lang))));
    offerCalendars(qs(one.calendar));
    filling_ = false;
    dirty_ = false;
    fields_->setVisible(there);
    remove_->setVisible(there);
    keep_->setVisible(there);
    error_->clear();
    look();
}

Result<Department> ServicesEditor::entered() const
{
    Department out;
    for (const auto &one : all_)
        if (one.id == open_)
            out = one; // what has no field here stays
    out.nameFr = utf8(nameFr_->text().trimmed());
    out.nameEn = utf8(nameEn_->text().trimmed());
    out.colleagues.clear();
    for (const auto &line : colleagues_->toPlainText().split(QLatin1Char('\n'), Qt::SkipEmptyParts)) {
        if (line.trimmed().isEmpty())
            continue;
        out.colleagues.push_back(colleagueFrom(line.trimmed()));
        if (!net::isMailAddress(out.colleagues.back().address))
            return fail(Errc::InvalidInput, utf8(tr("\"%1\" is not a mail address.").arg(line.trimmed())));
    }
    out.tags.clear();
    for (const auto &tag : tags_->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!tag.trimmed().isEmpty())
            out.tags.push_back(utf8(tag.trimmed()));
    out.slip = utf8(slip_->toPlainText().trimmed());
    out.deadline = std::chrono::minutes(static_cast<long long>(hours_->value() * 60));
    out.calendar = utf8(calendar_->currentData().toString());
    out.lang = utf8(lang_->currentData().toString());
    if (out.nameFr.empty() || out.nameEn.empty())
        return fail(Errc::InvalidInput, utf8(tr("A service has a name in French and in English.")));
    if (!out.slip.empty() && !desk::checkTemplate(out.slip))
        return fail(Errc::InvalidInput, utf8(tr("The text of the slip must hold {question}, and may hold {context} {link} {media} {due} {code} {service} {sender}; it knows no other.")));
    VIGIE_CHECK(desk::checkDepartment(out));
    return out;
}

void ServicesEditor::look()
{
    if (filling_)
        return;
    const bool begun = !nameFr_->text().isEmpty() || !nameEn_->text().isEmpty();
    dirty_ = begun && !fields_->isHidden();
    keep_->setVisible(begun || !fields_->isHidden());
    keep_->setEnabled(begun);
}

void ServicesEditor::keep()
{
    const auto wanted = entered();
    if (!wanted)
        return error_->setMessage(qs(wanted.error().detail));
    shell_.bridge.write<DepartmentId>(this, [wanted = *wanted](store::Tx &tx) { return store::Departments(tx).save(wanted); }, [this](Result<DepartmentId> id) {
        if (!id)
            return error_->setError(id.error());
        open_ = *id;
        dirty_ = false;
        load();
        shell_.toasts.show(tr("Service kept"), 3000);
    });
}

void ServicesEditor::remove()
{
    shell_.bridge.write<bool>(
        this,
        [id = open_](store::Tx &tx) -> Result<bool> {
            VIGIE_CHECK(store::Departments(tx).remove(id));
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                return error_->setError(done.error());
            open_ = {};
            dirty_ = false;
            load();
        });
}

void ServicesEditor::addExamples()
{
    shell_.bridge.write<bool>(
        this,
        [](store::Tx &tx) -> Result<bool> {
            for (const auto &one : desk::exampleDepartments())
                VIGIE_CHECK(store::Departments(tx).save(one));
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                return error_->setError(done.error());
            load();
        });
}

void ServicesEditor::retranslate()
{
    const std::array<std::pair<QWidget *, QString>, 8> words{{{nameFr_, tr("Name in French")}, {nameEn_, tr("Name in English")}, {colleagues_, tr("Colleagues")},
                                                             {hours_, tr("Time to answer")}, {calendar_, tr("Counted in the hours of")}, {lang_, tr("Language of the slip")}, {tags_, tr("Tags put on what is passed on")},
                                                             {slip_, tr("Text of the slip")}}};
    for (const auto &[field, text] : words) {
        field->setAccessibleName(text);
        if (auto *label = qobject_cast<QLabel *>(form_->labelForField(field)))
            label->setText(text);
    }
    list_->setAccessibleName(tr("Services"));
    colleagues_->setPlaceholderText(tr("One address per line: Name <address>"));
    slip_->setPlaceholderText(tr("Empty: the text that Vigie brings. Places: {question} {context} {link} {media} {due} {code} {service} {sender}"));
    hours_->setSuffix(QChar(0x00A0) + tr("h", "hours"));
    tags_->setPlaceholderText(tr("separated by commas"));
    add_->setText(tr("Add a service"));
    examples_->setText(tr("Begin with five usual services"));
    keep_->setText(tr("Keep the service"));
    remove_->setText(tr("Remove the service"));
    for (auto *button : {add_, examples_, keep_, remove_})
        button->setAccessibleName(button->text());
    const auto at = lang_->currentIndex();
    const QSignalBlocker quiet(lang_);
    lang_->clear();
    lang_->addItem(tr("French"), QStringLiteral("fr"));
    lang_->addItem(tr("English"), QStringLiteral("en"));
    lang_->setCurrentIndex(std::max(0, at));
}

void ServicesEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (!dirty_)
            show(std::vector<Department>(all_));
        else
            offerCalendars(calendar_->currentData().toString());
    }
    QWidget::changeEvent(event);
}

} // namespace vigie::ui
