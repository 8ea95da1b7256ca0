package eu.vitrine.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface UserRepository extends Repository<UserAccount, UUID> {

    UserAccount save(UserAccount account);

    void flush();

    Optional<UserAccount> findById(UUID id);

    Optional<UserAccount> findBySignInName(String signInName);

    List<UserAccount> findAllByOrderByDisplayNameAscSignInNameAsc();

    boolean existsBySignInName(String signInName);

    long count();

    /** How many administrators can sign in. */
    @Query("select count(u) from UserAccount u join u.roles r"
            + " where r = eu.vitrine.access.Role.ADMINISTRATOR and u.disabled = false and u.passwordHash is not null")
    long administrators();
}
