package eu.vitrine.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sets one file in this process and says what that took; run with a small heap to learn whether it is enough. */
final class OneDocument {

    private static final double MEGABYTE = 1024.0 * 1024;

    private OneDocument() {}

    /** Takes the name of a {@link Press} and a file of XHTML. */
    public static void main(String... args) throws IOException {
        byte[] pdf = Press.valueOf(args[0]).ready().pdf(Files.readString(Path.of(args[1])));
        double peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MEGABYTE;
        System.out.println("bytes=" + pdf.length);
        System.out.println("peak=" + peak);
        System.out.println("cpu=" + ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6);
    }
}
