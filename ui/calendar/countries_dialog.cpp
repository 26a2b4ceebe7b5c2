// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/countries_dialog.hpp"

#include "ui/bridge/text.hpp"
#include "ui/theme/theme.hpp"
#include "ui/widget/pieces.hpp"
#include "ui/widget/room.hpp"

#include <vigie/app/settings_table.hpp>
#include <vigie/desk/holidays.hpp>
#include <vigie/store/members.hpp>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QListWidget>
#include <QLocale>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace vigie::ui {

CountriesDialog::CountriesDialog(Shell &shell, CalendarData &source, QWidget *parent)
    : QDialog(parent), shell_(shell), data_(source), list_(new QListWidget(this)), zone_(new QComboBox(this)), error_(new ErrorBar(this))
{
    setObjectName(QStringLiteral("countriesDialog"));
    setWindowTitle(tr("Countries and time zones"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kWideMargin, kWideMargin, kWideMargin, kWideMargin);
    layout->setSpacing(kMargin);
    layout->addWidget(error_);
    layout->addWidget(wrappedLabel(QStringLiteral("muted"), tr("Public holidays and the days people talk about (sales, feasts, world days) of these countries stand in the calendar."), this));
    layout->addWidget(list_, 1);
    layout->addWidget(roleLabel(QStringLiteral("strong"), tr("Second time zone beside the hours"), this));
    layout->addWidget(zone_);
    const auto chosen = calendar::regionsFrom(source.regions());
    const bool french = QLocale().language() == QLocale::French;
    for (const auto &region : desk::holidayRegions()) {
        auto *item = new QListWidgetItem(qs(french ? region.french : region.english), list_);
        item->setData(Qt::UserRole, qs(region.code));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(std::find(chosen.begin(), chosen.end(), region.code) != chosen.end() ? Qt::Checked : Qt::Unchecked);
    }
    zone_->addItem(tr("none"), QString());
    for (const auto &id : QTimeZone::availableTimeZoneIds())
        zone_->addItem(QString::fromLatin1(id), QString::fromLatin1(id));
    const auto kept = qs(source.secondZone());
    if (zone_->findData(kept) < 0) // a name that Qt does not list, as it leaves out those that are links ("America/Montreal")
        zone_->addItem(kept, kept);
    zone_->setCurrentIndex(zone_->findData(kept));
    list_->setAccessibleName(tr("Countries"));
    zone_->setAccessibleName(tr("Second time zone beside the hours"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *keep = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    keep->setProperty("role", "primary");
    keep->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &CountriesDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(sizeInRoom(*this, QSize(Theme::of(parent).scaled(420), Theme::of(parent).scaled(480))));
}

void CountriesDialog::save()
{
    QStringList codes;
    for (int row = 0; row < list_->count(); ++row)
        if (list_->item(row)->checkState() == Qt::Checked)
            codes.append(list_->item(row)->data(Qt::UserRole).toString());
    const auto regions = codes.isEmpty() ? std::string("none") : utf8(codes.join(QLatin1Char(',')));
    shell_.bridge.write<bool>(
        this,
        [regions, second = utf8(zone_->currentData().toString())](store::Tx &tx) -> Result<bool> {
            store::Settings settings(tx);
            VIGIE_CHECK(settings.set(app::kCalendarRegions.key, regions));
            VIGIE_CHECK(settings.set(app::kCalendarSecondZone.key, second));
            return true;
        },
        [this](const Result<bool> &done) {
            if (!done) {
                error_->setError(done.error());
                return;
            }
            data_.reload();
            accept();
        });
}

} // namespace vigie::ui
