package dev.understudy.metrics.figure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.OptionalLong;

/** The heap that was free after Java had last collected garbage, which tells more than what is free at any moment. */
public final class HeapAfterCollection {

    private HeapAfterCollection() {}

    /** Returns the free bytes of the heap that Java may have; empty before the first collection. */
    public static OptionalLong free() {
        long used = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
            used += after == null ? 0 : after.getUsed();
        }
        return used == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, Runtime.getRuntime().maxMemory() - used));
    }
}
