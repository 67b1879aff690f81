package dev.understudy.itest.helper;

import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** How many objects there are of each class, as the JVM tells it after a full collection. */
final class ClassHistogram {

    private ClassHistogram() {}

    /** Collects garbage, and returns the histogram. */
    static String taken() throws JMException {
        return (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
    }
}
