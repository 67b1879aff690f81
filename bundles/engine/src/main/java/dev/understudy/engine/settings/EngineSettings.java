package dev.understudy.engine.settings;

import dev.understudy.engine.gate.WorkLimits;
import dev.understudy.engine.render.RenderLimits;
import dev.understudy.settings.SettingValues;
import dev.understudy.settings.UnusableSettingException;
import java.time.Duration;

/**
 * The settings of the engine.
 *
 * @param limits the largest image, source and reply that a request may ask for
 * @param work the amount of work that is done for all requests at a time
 * @param processors the number of processors for images; those without an image of their own help with large ones
 * @param deadline the time that a request may take, waiting and stand-ins included
 * @param validationInterval the time for which a cached image is served before its sources are looked at again
 * @param quarantineEntries the number of damaged sources that are remembered
 * @param sets how much is said about sets
 * @param save where images are saved, and for whom
 */
public record EngineSettings(
        RenderLimits limits,
        WorkLimits work,
        int processors,
        Duration deadline,
        Duration validationInterval,
        int quarantineEntries,
        SetLimits sets,
        SaveSettings save) {

    private static final long MEGA = 1_000_000;
    private static final long MEBI = 1 << 20;

    /** The rest of the heap is for catalogs, the cache, connections, and the unforeseen. */
    private static final double SHARE_OF_HEAP = 0.6;

    /** The settings for this virtual machine. */
    public static EngineSettings of(SettingValues values) {
        return of(values, Runtime.getRuntime().maxMemory());
    }

    /**
     * The settings for a virtual machine.
     *
     * @param heap bytes of the largest heap that there can be
     * @throws UnusableSettingException when images were to take more than the heap
     */
    static EngineSettings of(SettingValues values, long heap) {
        return new EngineSettings(
                new RenderLimits(
                        values.get(EngineSettingTable.MAX_RENDER_PIXELS) * MEGA,
                        values.get(EngineSettingTable.MAX_SOURCE_PIXELS) * MEGA,
                        values.get(EngineSettingTable.MAX_MESSAGE_SIZE) * MEBI),
                new WorkLimits(
                        permits(values.get(EngineSettingTable.RENDERS)),
                        values.get(EngineSettingTable.QUEUE),
                        memory(values.get(EngineSettingTable.MEMORY), heap)),
                processors(values.get(EngineSettingTable.PROCESSORS)),
                values.get(EngineSettingTable.DEADLINE),
                values.get(EngineSettingTable.VALIDATION_INTERVAL),
                values.get(EngineSettingTable.QUARANTINE_ENTRIES),
                new SetLimits(values.get(EngineSettingTable.SET_NESTING), values.get(EngineSettingTable.SET_BROCHURES)),
                new SaveSettings(
                        values.get(EngineSettingTable.SAVE_DIRECTORY),
                        values.get(EngineSettingTable.SAVE_CLIENTS),
                        values.get(EngineSettingTable.MAX_SAVE_PIXELS) * MEGA,
                        values.get(EngineSettingTable.SAVE_TIMEOUT),
                        new SaveQuota(
                                values.get(EngineSettingTable.SAVE_MEGABYTES) * MEGA,
                                values.get(EngineSettingTable.SAVE_FILES))));
    }

    private static int processors(int setting) {
        return setting == 0 ? Runtime.getRuntime().availableProcessors() : setting;
    }

    private static int permits(int renders) {
        return renders == 0 ? Math.max(2, Runtime.getRuntime().availableProcessors()) : renders;
    }

    private static long memory(int megabytes, long heap) {
        long most = heap / MEBI;
        if (megabytes > most) {
            throw new UnusableSettingException(
                    EngineSettingTable.MEMORY,
                    Integer.toString(megabytes),
                    "the heap has " + most + " MB",
                    "an integer from 0 to " + most);
        }
        return megabytes == 0 ? (long) (heap * SHARE_OF_HEAP) : megabytes * MEBI;
    }
}
