package eu.vitrine.web;

import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePages {

    private final List<HomeSection> sections;

    HomePages(List<HomeSection> sections) {
        this.sections = sections;
    }

    @GetMapping("/")
    @PreAuthorize("isAuthenticated()")
    String home(Model model) {
        model.addAttribute("sections", sections.stream().map(HomePages::shown).flatMap(Optional::stream).toList());
        return "home/home";
    }

    private static Optional<Shown> shown(HomeSection section) {
        return section.content().map(content -> new Shown(section.template(), content));
    }

    record Shown(String template, Object content) {}
}
