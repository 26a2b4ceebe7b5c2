// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/store/departments.hpp>

#include "store/session.hpp"
#include "store/text_list.hpp"

#include <vigie/store/audit.hpp>

namespace vigie::store {

namespace {

std::vector<Department> load(Session &session, const std::string &where, std::vector<Bound> values)
{
    std::vector<Department> out;
    session.each<DepartmentId, std::string, std::string, std::string, long long, std::string, std::string, std::string, int, bool>(
        "SELECT id, name_fr, name_en, calendar, deadline_minutes, lang, template, tags_json, position, retired FROM department" + where, std::move(values),
        [&](DepartmentId id, std::string fr, std::string en, std::string calendar, long long minutes, std::string lang, std::string slip, const std::string &tags,
            int position, bool retired) {
            out.push_back({id, std::move(fr), std::move(en), {}, std::move(calendar), std::chrono::minutes{minutes}, std::move(lang), std::move(slip),
                           textsFromJson(tags), position, retired});
        });
    for (auto &one : out)
        session.each<std::string, std::string>("SELECT name, address FROM department_colleague WHERE department_id=? ORDER BY position", binds(one.id),
                                               [&](std::string name, std::string address) { one.colleagues.push_back({std::move(name), std::move(address)}); });
    return out;
}

void writeColleagues(Session &session, DepartmentId id, const std::vector<Colleague> &colleagues)
{
    session.exec("DELETE FROM department_colleague WHERE department_id=?", id);
    for (std::size_t i = 0; i < colleagues.size(); ++i)
        session.exec("INSERT INTO department_colleague(department_id, position, name, address) VALUES(?,?,?,?)", id, i, colleagues[i].name, colleagues[i].address);
}

} // namespace

Result<std::vector<Department>> Departments::all(bool withRetired)
{
    auto &session = tx_.session();
    return session.guard([&] { return load(session, withRetired ? " ORDER BY position, id" : " WHERE retired=0 ORDER BY position, id", {}); });
}

Result<Department> Departments::get(DepartmentId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<Department> {
        auto found = load(session, " WHERE id=?", binds(id));
        if (found.empty())
            return fail(Errc::NotFound, "no such service");
        return std::move(found.front());
    });
}

Result<DepartmentId> Departments::save(const Department &department)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<DepartmentId> {
        auto id = department.id;
        const auto minutes = static_cast<long long>(department.deadline.count());
        const auto tags = textsToJson(department.tags);
        if (!id) {
            const auto last = session.one<int>("SELECT coalesce(max(position), 0) + 1 FROM department").value_or(1);
            id = DepartmentId{session.insert("INSERT INTO department(name_fr, name_en, calendar, deadline_minutes, lang, template, tags_json, position, retired) "
                                             "VALUES(?,?,?,?,?,?,?,?,?)",
                                             department.nameFr, department.nameEn, department.calendar, minutes, department.lang, department.slip, tags, last,
                                             department.retired)};
        } else if (session.exec("UPDATE department SET name_fr=?, name_en=?, calendar=?, deadline_minutes=?, lang=?, template=?, tags_json=?, position=?, retired=? "
                                "WHERE id=?",
                                department.nameFr, department.nameEn, department.calendar, minutes, department.lang, department.slip, tags, department.position,
                                department.retired, id) == 0) {
            return fail(Errc::NotFound, "no such service");
        }
        writeColleagues(session, id, department.colleagues);
        tx_.change().questions = true;
        VIGIE_CHECK(Audit(tx_).add("person", "department.saved", "department " + std::to_string(id.value), department.nameEn));
        return id;
    });
}

Result<void> Departments::remove(DepartmentId id)
{
    auto &session = tx_.session();
    return session.guard([&]() -> Result<void> {
        const bool asked = session.one<int>("SELECT 1 FROM passing WHERE department_id=? LIMIT 1", id).has_value();
        if (session.exec(asked ? "UPDATE department SET retired=1 WHERE id=?" : "DELETE FROM department WHERE id=?", id) == 0)
            return fail(Errc::NotFound, "no such service");
        tx_.change().questions = true;
        return Audit(tx_).add("person", "department.removed", "department " + std::to_string(id.value), asked ? "retired" : "");
    });
}

} // namespace vigie::store
