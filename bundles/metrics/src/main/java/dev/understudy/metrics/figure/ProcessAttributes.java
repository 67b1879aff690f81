package dev.understudy.metrics.figure;

import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What Java tells of its process by names alone: the types are those of one make of Java, which a framework need not export. */
final class ProcessAttributes {

    private static final double NANOS = 1e9;

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName system =
            ManagementFactory.getOperatingSystemMXBean().getObjectName();

    /** Returns the processor time of the process in seconds. */
    OptionalDouble cpuSeconds() {
        OptionalDouble nanos = attribute("ProcessCpuTime");
        return nanos.isPresent() ? OptionalDouble.of(nanos.getAsDouble() / NANOS) : nanos;
    }

    /** Returns how many files the process has open; empty where that is not told, as on Windows. */
    OptionalDouble openFiles() {
        return attribute("OpenFileDescriptorCount");
    }

    /** Returns how many files the process may have open; empty where that is not told. */
    OptionalDouble maxFiles() {
        return attribute("MaxFileDescriptorCount");
    }

    private OptionalDouble attribute(String name) {
        try {
            return beans.getAttribute(system, name) instanceof Number value && value.doubleValue() >= 0
                    ? OptionalDouble.of(value.doubleValue())
                    : OptionalDouble.empty();
        } catch (JMException e) {
            return OptionalDouble.empty();
        }
    }
}
