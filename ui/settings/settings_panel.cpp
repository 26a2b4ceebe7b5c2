// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_panel.hpp"

#include "ui/alerts/notice_place.hpp"
#include "ui/app/language.hpp"
#include "ui/app/secret_place.hpp"
#include "ui/bridge/text.hpp"
#include "ui/command/registry.hpp"
#include "ui/handover/scopes_editor.hpp"
#include "ui/passing/services_editor.hpp"
#include "ui/settings/keys_editor.hpp"
#include "ui/settings/preferences.hpp"
#include "ui/settings/weights_editor.hpp"
#include "ui/widget/pieces.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/store/members.hpp>

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTimeZone>
#include <QTimer>
#include <QVBoxLayout>

#include <array>

namespace vigie::ui {

namespace {
constexpr int kColumnWidth = 620, kFieldWidth = 280, kWidestField = 420;

constexpr int kPollChoices[] = {0, 60, 120, 300, 900, 1800, 3600}; // seconds; 0: as each network advises

struct WorkspaceValues {
    std::string name, person, poll, authority;
};
} // namespace

SettingsPanel::SettingsPanel(Shell &shell, QWidget *parent)
    : Panel(shell, parent), header_(new PaneHeader(this)), machineTitle_(roleLabel(QStringLiteral("title"), {}, this)),
      workspaceTitle_(roleLabel(QStringLiteral("title"), {}, this)), keysTitle_(roleLabel(QStringLiteral("title"), {}, this)),
      weightsTitle_(roleLabel(QStringLiteral("title"), {}, this)), servicesTitle_(roleLabel(QStringLiteral("title"), {}, this)), scopesTitle_(roleLabel(QStringLiteral("title"), {}, this)),
      secrets_(roleLabel({}, {}, this)),
      languageLabel_(roleLabel(QStringLiteral("muted"), {}, this)), themeLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      scaleLabel_(roleLabel(QStringLiteral("muted"), {}, this)), undoLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      nameLabel_(roleLabel(QStringLiteral("muted"), {}, this)), personLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      zoneLabel_(roleLabel(QStringLiteral("muted"), {}, this)), pollLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      pollHelp_(roleLabel(QStringLiteral("small"), {}, this)), secretsLabel_(roleLabel(QStringLiteral("muted"), {}, this)),
      authorityLabel_(roleLabel(QStringLiteral("muted"), {}, this)), authorityHelp_(roleLabel(QStringLiteral("small"), {}, this)), noticesLabel_(roleLabel(QStringLiteral("muted"), {}, this)), language_(new QComboBox(this)),
      theme_(new QComboBox(this)), zone_(new QComboBox(this)), poll_(new QComboBox(this)), scale_(new QSpinBox(this)), undo_(new QSpinBox(this)), name_(new QLineEdit(this)),
      person_(new QLineEdit(this)), authority_(new QLineEdit(this)), error_(new ErrorBar(this)), keys_(new KeysEditor(shell.commands, this)), weights_(new WeightsEditor(shell, this)), services_(new ServicesEditor(shell, this)), scopes_(new ScopesEditor(shell, this)), charter_(roleButton({}, this)), notices_(new NoticePlace(this))
{
    build();
    retranslate();
    connectAll();
    load();
}

void SettingsPanel::build()
{
    setProperty("role", "pane");
    setAttribute(Qt::WA_StyledBackground);
    connect(&Theme::of(this), &Theme::changed, this, &SettingsPanel::lay);
    auto *inner = inner_ = new QWidget(this);
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(kMargin);
    const auto section = [&](QLabel *title, std::initializer_list<std::pair<QLabel *, QWidget *>> rows) {
        column->addWidget(title);
        auto *form = new QFormLayout;
        form->setHorizontalSpacing(24);
        form->setVerticalSpacing(kGap);
        form->setLabelAlignment(Qt::AlignLeft);
        form->setRowWrapPolicy(QFormLayout::WrapLongRows);
        form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
        for (const auto &[label, field] : rows) {
            fields_.push_back(field);
            label->setBuddy(field);
            form->addRow(label, field);
        }
        column->addLayout(form);
        column->addSpacing(kMargin);
    };
    scale_->setRange(100, 200);
    scale_->setSingleStep(10);
    undo_->setRange(0, 60);
    zone_->setEditable(true);
    zone_->setInsertPolicy(QComboBox::NoInsert);
    for (const auto &id : QTimeZone::availableTimeZoneIds())
        zone_->addItem(QString::fromLatin1(id));
    zone_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    zone_->completer()->setFilterMode(Qt::MatchContains);
    secrets_->setWordWrap(true);
    section(machineTitle_, {{languageLabel_, language_}, {themeLabel_, theme_}, {scaleLabel_, scale_}, {undoLabel_, undo_}, {secretsLabel_, secrets_}, {noticesLabel_, notices_}});
    section(workspaceTitle_, {{nameLabel_, name_}, {personLabel_, person_}, {zoneLabel_, zone_}, {pollLabel_, poll_}, {authorityLabel_, authority_}});
    for (auto *help : {pollHelp_, authorityHelp_}) {
        help->setWordWrap(true);
        column->insertWidget(column->count() - 1, help);
    }
    column->addWidget(error_);
    column->addWidget(weightsTitle_);
    column->addWidget(weights_);
    column->addWidget(charter_, 0, Qt::AlignLeft);
    column->addSpacing(kMargin);
    column->addWidget(servicesTitle_);
    column->addWidget(services_);
    column->addSpacing(kMargin);
    column->addWidget(scopesTitle_);
    column->addWidget(scopes_);
    column->addSpacing(kMargin);
    column->addWidget(keysTitle_);
    column->addWidget(keys_);
    column->addStretch(1);
    auto *centre = new QWidget(this);
    auto *centring = new QHBoxLayout(centre);
    centring->setContentsMargins(0, 0, 0, 0);
    centring->addStretch(1);
    centring->addWidget(inner, 6);
    centring->addStretch(1);
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setWidget(centre);
    area->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(header_);
    layout->addWidget(area, 1);
    connect(&shell(), &Shell::openPanel, this, [this, area](const QString &place) {
        if (place == QLatin1String("settings/services"))
            QTimer::singleShot(0, this, [this, area] { // once the panel is laid out
                area->verticalScrollBar()->setValue(servicesTitle_->mapTo(area->widget(), QPoint()).y());
                services_->setFocus();
            });
    });
    lay();
}

void SettingsPanel::lay()
{
    const auto &theme = Theme::of(this);
    header_->setFixedHeight(std::max(kTopHeight, QFontMetrics(theme.font(TextSize::Body)).height() + 2 * kGap));
    inner_->setMaximumWidth(theme.scaled(kColumnWidth));
    for (auto *field : fields_)
        field->setMinimumWidth(std::min(theme.scaled(kFieldWidth), kWidestField));
}

void SettingsPanel::connectAll()
{
    auto &preferences = shell().preferences;
    connect(language_, &QComboBox::activated, this, [this, &preferences] { preferences.set(kLanguage, language_->currentData().toString()); });
    connect(theme_, &QComboBox::activated, this, [this, &preferences] { preferences.set(kThemeChoice, theme_->currentData().toString()); });
    connect(scale_, &QSpinBox::valueChanged, this, [&preferences](int value) { preferences.set(kTextScale, QString::number(value)); });
    connect(undo_, &QSpinBox::valueChanged, this, [&preferences](int value) { preferences.set(kUndoSeconds, QString::number(value)); });
    connect(name_, &QLineEdit::editingFinished, this, [this] { store(app::kWorkspaceName, name_->text().trimmed()); });
    connect(person_, &QLineEdit::editingFinished, this, [this] { store(app::kWorkspacePerson, person_->text().trimmed()); });
    connect(poll_, &QComboBox::activated, this, [this] { store(app::kPollSeconds, poll_->currentData().toString()); });
    connect(authority_, &QLineEdit::editingFinished, this, &SettingsPanel::keepAuthority);
    const auto zone = [this] {
        const auto wanted = zone_->currentText().trimmed();
        if (!zoneExists(utf8(wanted)))
            return error_->setMessage(tr("There is no time zone \"%1\". The one before is still in force.").arg(wanted));
        error_->clear();
        store(app::kWorkspaceZone, wanted);
    };
    connect(zone_, &QComboBox::activated, this, zone);
    connect(zone_->lineEdit(), &QLineEdit::editingFinished, this, zone);
    connect(&bridge(), &Bridge::opened, this, &SettingsPanel::load);
    connect(charter_, &QPushButton::clicked, this, [this] { Q_EMIT shell().openPanel(QStringLiteral("charter")); });
    connect(&preferences, &Preferences::changed, this, [this](const QString &key) {
        if (key == QLatin1String(kLanguage.key) || key == QLatin1String(kThemeChoice.key))
            retranslate();
    });
    connect(&shell().commands, &CommandRegistry::keysChanged, keys_, &KeysEditor::refill);
}

void SettingsPanel::activated()
{
    keys_->refill();
    weights_->load();
    services_->load();
    scopes_->load();
    load();
    language_->setFocus();
}

void SettingsPanel::load()
{
    showSecrets();
    if (bridge().state() != Bridge::State::Open)
        return;
    zone_->setCurrentText(qs(bridge().zone()));
    bridge().read<WorkspaceValues>(
        this,
        [](store::Tx &tx) -> Result<WorkspaceValues> {
            store::Settings settings(tx);
            VIGIE_TRY(const auto name, settings.get(app::kWorkspaceName.key));
            VIGIE_TRY(const auto person, settings.get(app::kWorkspacePerson.key));
            VIGIE_TRY(const auto poll, settings.get(app::kPollSeconds.key));
            VIGIE_TRY(const auto authority, settings.get(app::kAuthorityFile.key));
            return WorkspaceValues{name.value_or(""), person.value_or(""), poll.value_or(""), authority.value_or("")};
        },
        [this](Result<WorkspaceValues> values) {
            if (!values)
                return error_->setError(values.error());
            if (!name_->hasFocus())
                name_->setText(qs(values->name));
            if (!person_->hasFocus())
                person_->setText(qs(values->person.empty() ? bridge().person() : values->person));
            if (!authority_->hasFocus())
                authority_->setText(qs(values->authority));
            pollSeconds_ = qs(values->poll).toInt();
            showPoll();
        });
}

void SettingsPanel::store(const app::WorkspaceSetting &setting, const QString &value)
{
    bridge().write<bool>(
        this,
        [key = std::string(setting.key), text = utf8(value)](vigie::store::Tx &tx) -> Result<bool> {
            vigie::store::Settings settings(tx);
            VIGIE_TRY(const auto before, settings.get(key));
            if (before.value_or("") != text)
                VIGIE_CHECK(settings.set(key, text));
            return true;
        },
        [this](Result<bool> done) {
            if (!done)
                error_->setError(done.error());
        });
}

void SettingsPanel::keepAuthority()
{
    const auto path = authority_->text().trimmed();
    const QFileInfo file(path);
    if (!path.isEmpty() && !(file.isAbsolute() && file.isFile() && file.isReadable()))
        return error_->setMessage(tr("There is no file \"%1\" that can be read. The setting before is still in force.").arg(path));
    error_->clear();
    store(app::kAuthorityFile, path);
}

void SettingsPanel::showPoll()
{
    const QSignalBlocker quiet(poll_);
    poll_->clear();
    for (const int seconds : kPollChoices)
        poll_->addItem(seconds == 0 ? tr("As each network advises")
                                    : tr("Every %1", "a duration").arg(format::duration(std::chrono::seconds(seconds))),
                       seconds == 0 ? QString() : QString::number(seconds));
    if (poll_->findData(pollSeconds_ > 0 ? QString::number(pollSeconds_) : QString()) < 0) // written by hand
        poll_->addItem(tr("Every %1", "a duration").arg(format::duration(std::chrono::seconds(pollSeconds_))), QString::number(pollSeconds_));
    poll_->setCurrentIndex(poll_->findData(pollSeconds_ > 0 ? QString::number(pollSeconds_) : QString()));
    pollHelp_->setText(tr("A network is never asked more often than it advises, and less often when it asks for patience. "
                          "Where a network streams, mentions still come at once."));
}

void SettingsPanel::showSecrets()
{
    const auto kind = bridge().workspace() != nullptr ? bridge().workspace()->secrets().kind() : std::string{};
    if (kind == "keyring")
        secrets_->setText(tr("in the keyring of this desktop"));
    else if (kind == "sealed-file")
        secrets_->setText(tr("in a file sealed with your passphrase: %1").arg(sealedFilePath()));
    else
        secrets_->setText(tr("in memory only, until you quit"));
}

void SettingsPanel::retranslate()
{
    header_->setTitle(tr("Settings"));
    machineTitle_->setText(tr("This computer"));
    workspaceTitle_->setText(tr("This workspace"));
    keysTitle_->setText(tr("Keys"));
    weightsTitle_->setText(tr("What comes first in the inbox"));
    servicesTitle_->setText(tr("Services that questions are passed on to"));
    scopesTitle_->setText(tr("Who looks after what"));
    charter_->setText(tr("Charter and moderation..."));
    charter_->setAccessibleName(tr("Charter and moderation"));
    authorityHelp_->setText(tr("A file in PEM form with the authority that signed your own servers' certificates. It is trusted beside the system's, from the next start on."));
    const std::array<std::tuple<QLabel *, QWidget *, QString>, 10> labels{{{languageLabel_, language_, tr("Language")},
                                                                         {themeLabel_, theme_, tr("Theme")},
                                                                         {scaleLabel_, scale_, tr("Text size")},
                                                                         {undoLabel_, undo_, tr("Hold replies for")},
                                                                         {secretsLabel_, secrets_, tr("Sign-ins are kept")},
                                                                         {nameLabel_, name_, tr("Name")},
                                                                         {personLabel_, person_, tr("Your name")},
                                                                         {zoneLabel_, zone_, tr("Time zone")},
                                                                         {pollLabel_, poll_, tr("Read accounts")},
                                                                         {authorityLabel_, authority_, tr("Your own certificate authority")}}};
    for (const auto &[label, field, words] : labels) {
        label->setText(words);
        field->setAccessibleName(words);
    }
    scale_->setSuffix(QString(QChar(0x00A0)) + QLatin1Char('%'));
    noticesLabel_->setText(tr("Notices of alerts appear"));
    undo_->setSuffix(QChar(0x00A0) + tr("s", "seconds"));
    name_->setPlaceholderText(tr("as your first account"));
    authority_->setPlaceholderText(tr("none: those of the system"));
    language_->clear();
    language_->addItem(tr("As the desktop"), QString());
    for (const auto &[code, name] : Language::all())
        language_->addItem(name, code);
    language_->setCurrentIndex(std::max(0, language_->findData(shell().preferences.text(kLanguage))));
    theme_->clear();
    theme_->addItem(tr("As the desktop"), QStringLiteral("system"));
    theme_->addItem(tr("Light"), QStringLiteral("light"));
    theme_->addItem(tr("Dark"), QStringLiteral("dark"));
    theme_->setCurrentIndex(std::max(0, theme_->findData(shell().preferences.text(kThemeChoice))));
    const QSignalBlocker quietScale(scale_), quietUndo(undo_);
    scale_->setValue(shell().preferences.number(kTextScale));
    undo_->setValue(shell().preferences.number(kUndoSeconds));
    if (zone_->lineEdit() != nullptr)
        zone_->lineEdit()->setAccessibleName(tr("Time zone"));
    showSecrets();
    showPoll();
}

void SettingsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Panel::changeEvent(event);
}

} // namespace vigie::ui
