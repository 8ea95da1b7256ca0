package eu.vitrine.evidence;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are too large by what they announce, before a byte of them is read. Only evidence may be large; every other body
 * has the lower limit, and stays in memory. Bodies must announce their length, as every browser does; only the raw bytes of evidence need
 * not, because they are counted while they arrive.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class UploadGate extends OncePerRequestFilter {

    private static final DataSize OTHERS = DataSize.ofMegabytes(8);
    /** For the other fields of the form and what stands between them. */
    private static final DataSize FIELDS = DataSize.ofKilobytes(64);
    private static final Set<String> LARGE = Set.of("/evidence", "/api/v1/evidence");

    private final long largest;

    UploadGate(EvidenceLimits limits) {
        this.largest = limits.file().toBytes() + FIELDS.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
        boolean large = LARGE.contains(request.getRequestURI());
        long length = request.getContentLengthLong();
        boolean unannounced = length < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        if (unannounced && (!large || isForm(request.getContentType()))) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (length > (large ? largest : OTHERS.toBytes())) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (length > OTHERS.toBytes() && isForm(request.getContentType()) && !isSignedIn(request)) {
            // Forms are read for their token before anybody asks who sent them: strangers' are read only while they are small.
            response.sendRedirect("/sign-in");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isSignedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null;
    }

    private static boolean isForm(@Nullable String type) {
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}
