// SPDX-License-Identifier: GPL-3.0-or-later
#include <vigie/desk/slip.hpp>

namespace vigie::desk {

namespace {

constexpr std::chrono::hours kLongestDeadline{24 * 365};
constexpr std::size_t kMostColleagues = 50;

bool isBlank(const std::string &text)
{
    return text.find_first_not_of(" \t\r\n") == std::string::npos;
}

Department example(const char *fr, const char *en, int hours, std::vector<std::string> tags)
{
    Department out;
    out.nameFr = fr;
    out.nameEn = en;
    out.deadline = std::chrono::hours{hours};
    out.tags = std::move(tags);
    return out;
}

} // namespace

Result<void> checkDepartment(const Department &department)
{
    if (isBlank(department.nameFr) || isBlank(department.nameEn))
        return fail(Errc::InvalidInput, "name: a service has a name in French and in English");
    if (department.lang != "fr" && department.lang != "en")
        return fail(Errc::InvalidInput, "language: fr or en, not " + department.lang);
    if (department.deadline <= std::chrono::minutes{0} || department.deadline > kLongestDeadline)
        return fail(Errc::InvalidInput, "deadline: from one minute to a year");
    if (department.colleagues.size() > kMostColleagues)
        return fail(Errc::InvalidInput, "colleagues: at most " + std::to_string(kMostColleagues));
    for (const auto &tag : department.tags)
        if (isBlank(tag))
            return fail(Errc::InvalidInput, "tags: a tag needs a name");
    return department.slip.empty() ? Result<void>() : checkTemplate(department.slip);
}

std::vector<Department> exampleDepartments()
{
    return {example("Service apr\xc3\xa8s-vente", "After-sales", 24, {"sav"}), example("Service commercial", "Sales", 48, {"commercial"}),
            example("Service juridique", "Legal", 72, {"juridique"}), example("Recherche et d\xc3\xa9veloppement", "Research and development", 120, {"produit"}),
            example("Communication", "Communication", 24, {"communication"})};
}

} // namespace vigie::desk
