package eu.vitrine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.vitrine.ServerTest;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;

@ServerTest
class FrontDoorTests {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Users users;

    @AfterEach
    void nobody_acts() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void every_public_method_of_a_front_door_says_who_may_call_it() {
        var silent = new ArrayList<String>();
        for (Object bean : context.getBeansWithAnnotation(Service.class).values()) {
            Class<?> door = AopUtils.getTargetClass(bean);
            if (door.getName().startsWith("eu.vitrine.") && Modifier.isPublic(door.getModifiers())) {
                for (Method method : door.getDeclaredMethods()) {
                    boolean open = Modifier.isPublic(method.getModifiers()) && !method.isSynthetic() && !Modifier.isStatic(method.getModifiers());
                    if (open && !isGuarded(method)) {
                        silent.add(door.getSimpleName() + "." + method.getName());
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean isGuarded(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, PreAuthorize.class)
                || AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), PreAuthorize.class);
    }

    @Test
    void an_officer_cannot_list_users_by_calling_the_front_door() {
        var people = new People(context);
        people.actAs(people.with(Role.OFFICER));
        assertThatThrownBy(users::all).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void nobody_cannot_list_users_by_calling_the_front_door() {
        assertThatThrownBy(users::all).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }
}
