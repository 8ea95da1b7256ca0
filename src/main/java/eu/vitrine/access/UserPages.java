package eu.vitrine.access;

import eu.vitrine.web.FormErrors;
import eu.vitrine.web.NavEntry;
import eu.vitrine.web.Notice;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/admin/users")
class UserPages {

    private final Users users;
    private final Units units;
    private final CurrentActor current;

    UserPages(Users users, Units units, CurrentActor current) {
        this.users = users;
        this.units = units;
        this.current = current;
    }

    @Bean
    @Order(900)
    static NavEntry administration() {
        return new NavEntry("nav.administration", "/admin/users");
    }

    record Form(@Nullable String displayName, @Nullable String name, @Nullable Set<Role> roles) {
        Form {
            displayName = displayName == null ? "" : displayName.strip();
            name = name == null ? "" : name.strip();
            roles = roles == null ? EnumSet.noneOf(Role.class) : roles;
        }
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("users", users.all());
        return "access/users";
    }

    @GetMapping("/new")
    String blank(Model model) {
        return newPage(new Form(null, null, null), new FormErrors(), model);
    }

    @PostMapping
    String add(@ModelAttribute Form form, Model model, RedirectAttributes redirect) {
        var errors = new FormErrors();
        NewUser.check(form.displayName(), form.name(), errors);
        if (form.roles().isEmpty()) {
            errors.add("roles", "user.roles.missing");
        }
        if (errors.any()) {
            return newPage(form, errors, model);
        }
        Users.Invitation invitation;
        try {
            invitation = users.add(SignInName.of(form.name()).orElseThrow(), form.displayName(), form.roles());
        } catch (SignInNameTaken e) {
            return newPage(form, errors.add("name", "user.sign-in-name.taken"), model);
        }
        return handOver(invitation, "user.added", form.displayName(), redirect);
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model) {
        return page(new UserId(id), new FormErrors(), model);
    }

    @PostMapping("/{id}/roles")
    String giveRoles(@PathVariable UUID id, @RequestParam(defaultValue = "") Set<Role> roles, Model model, RedirectAttributes redirect) {
        if (roles.isEmpty()) {
            return page(new UserId(id), new FormErrors().add("roles", "user.roles.missing"), model);
        }
        users.giveRoles(new UserId(id), roles);
        Notice.on(redirect, "user.roles.changed");
        return "redirect:/admin/users/" + id;
    }

    /** @param unit short names; with "all" among them, all */
    @PostMapping("/{id}/units")
    String giveUnits(@PathVariable UUID id, @RequestParam(defaultValue = "") Set<String> unit, Model model, RedirectAttributes redirect) {
        var known = units.all().stream().map(Unit::slug).filter(unit::contains).collect(java.util.stream.Collectors.toUnmodifiableSet());
        boolean all = unit.contains("all");
        if (!all && known.isEmpty()) {
            return page(new UserId(id), new FormErrors().add("unit", "user.units.missing"), model);
        }
        users.giveUnits(new UserId(id), all ? UnitScope.EVERYTHING : new UnitScope(false, known));
        Notice.on(redirect, "user.units.changed");
        return "redirect:/admin/users/" + id;
    }

    @PostMapping("/{id}/disable")
    String disable(@PathVariable UUID id, RedirectAttributes redirect) {
        users.disable(new UserId(id));
        Notice.on(redirect, "user.disabled");
        return "redirect:/admin/users/" + id;
    }

    @PostMapping("/{id}/enable")
    String enable(@PathVariable UUID id, RedirectAttributes redirect) {
        users.enable(new UserId(id));
        Notice.on(redirect, "user.enabled");
        return "redirect:/admin/users/" + id;
    }

    @PostMapping("/{id}/second-factor/reset")
    String resetSecondFactor(@PathVariable UUID id, RedirectAttributes redirect) {
        users.resetSecondFactor(new UserId(id));
        Notice.on(redirect, "user.factor.reset.done");
        return "redirect:/admin/users/" + id;
    }

    @PostMapping("/{id}/link")
    String link(@PathVariable UUID id, RedirectAttributes redirect) {
        var invitation = users.renewLink(new UserId(id));
        return handOver(invitation, "user.link-renewed", users.one(invitation.user()).displayName(), redirect);
    }

    private static String handOver(Users.Invitation invitation, String key, String name, RedirectAttributes redirect) {
        Notice.on(redirect, key, name);
        redirect.addFlashAttribute("invitation", invitation);
        return "redirect:/admin/users/" + invitation.user();
    }

    private static String newPage(Form form, FormErrors errors, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("allRoles", Role.values());
        return "access/user-new";
    }

    private String page(UserId id, FormErrors errors, Model model) {
        model.addAttribute("user", users.one(id));
        model.addAttribute("own", current.id().filter(id::equals).isPresent());
        model.addAttribute("factor", users.hasSecondFactor(id));
        model.addAttribute("errors", errors);
        model.addAttribute("allRoles", Role.values());
        model.addAttribute("allUnits", units.all());
        return "access/user";
    }
}
