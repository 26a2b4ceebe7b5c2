// SPDX-License-Identifier: GPL-3.0-or-later
// The calendar of a practice workspace with an account that may publish, and posts as a test wants them.
// Thread: that of the test. Errors: fails the test.
#pragma once

#include "gui/support/gui_harness.hpp"

#include "ui/bridge/text.hpp"
#include "ui/calendar/calendar_panel.hpp"
#include "ui/calendar/post_editor.hpp"
#include "ui/calendar/variant_row.hpp"
#include "ui/command/registry.hpp"

#include <vigie/plan/campaigns.hpp>
#include <vigie/plan/planner.hpp>
#include <vigie/store/members.hpp>
#include <vigie/store/outbox.hpp>

#include <catch2/catch.hpp>

#include <functional>
#include <optional>
#include <string>

namespace vigie::gui {

inline constexpr const char *kParis = "Europe/Paris";

struct CalendarFixture {
    Harness harness;
    ui::CalendarPanel *panel = nullptr;
    AccountId account;

    CalendarFixture()
    {
        panel = harness.show<ui::CalendarPanel>(QStringLiteral("calendar"));
        REQUIRE(panel != nullptr);
        REQUIRE(waitFor([&] {
            for (const auto &one : panel->data().accounts())
                if (!account && one.capabilities.has(Capability::Publish))
                    account = one.id;
            return static_cast<bool>(account);
        }));
    }
    [[nodiscard]] QDate day(int ahead) const { return panel->data().today().addDays(ahead); }
    PlanId add(const std::string &text, std::optional<WallTime> wall, const std::function<void(PlanItem &)> &more = {}, bool approve = false)
    {
        PlanItem plan;
        plan.text = text;
        plan.wall = wall;
        plan.zone = kParis;
        plan.variants.resize(1);
        plan.variants.front().account = account;
        if (more)
            more(plan);
        const auto id = harness.write<PlanId>([plan, approve, &networks = harness.bridge().networks()](store::Tx &tx) -> Result<PlanId> {
            VIGIE_TRY(const auto saved, plan::Planner(tx, networks).save(plan));
            if (approve)
                VIGIE_CHECK(plan::Planner(tx, networks).approve(saved));
            return saved;
        });
        REQUIRE(id.has_value());
        return *id;
    }
    PlanItem get(PlanId id)
    {
        const auto plan = harness.read<PlanItem>([id](store::Tx &tx) { return store::Plans(tx).get(id); });
        REQUIRE(plan.has_value());
        return *plan;
    }
    void see(PlanId id)
    {
        panel->showPlan(id);
        REQUIRE(waitFor([&] { return panel->data().selected() == id && panel->editor()->shown() == id; }));
        panel->activated();
    }
    CampaignId campaign(const QString &name, const QDate &on)
    {
        Campaign campaign;
        campaign.name = ui::utf8(name);
        campaign.zone = kParis;
        campaign.day = static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(on));
        campaign.phases = {{{}, "Before", -7, -1}, {{}, "Day", 0, 0}};
        campaign.channels = {account};
        const auto id = harness.write<CampaignId>([campaign, &networks = harness.bridge().networks()](store::Tx &tx) { return plan::CampaignDesk(tx, networks).save(campaign); });
        REQUIRE(id.has_value());
        REQUIRE(waitFor([&] { return panel->data().campaign(*id) != nullptr; }));
        return *id;
    }
    ui::VariantRow *row()
    {
        for (auto *one : panel->editor()->variantRows())
            if (one->accountId() == account)
                return one;
        return nullptr;
    }
    template <class D>
    D *dialog()
    {
        D *found = nullptr;
        REQUIRE(waitFor([&] { return (found = harness.window().findChild<D *>()) != nullptr && found->isVisible(); }));
        return found;
    }
    template <class S>
    S *section()
    {
        auto *found = panel->editor()->findChild<S *>();
        REQUIRE(found != nullptr);
        return found;
    }
    bool run(const char *command) { return harness.window().commands().run(QString::fromLatin1(command)); }
};

} // namespace vigie::gui
