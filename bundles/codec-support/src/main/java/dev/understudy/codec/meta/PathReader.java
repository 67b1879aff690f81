package dev.understudy.codec.meta;

import dev.understudy.codec.io.DamagedException;
import dev.understudy.image.EmbeddedPath;
import dev.understudy.image.EmbeddedPath.Combination;
import dev.understudy.image.EmbeddedPath.Knot;
import dev.understudy.image.EmbeddedPath.Subpath;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the paths among Photoshop's resources: the saved ones, and the work path. Each is a row of records of 26 bytes: the length of a
 * subpath, then its knots. A subpath that belongs to the one before it is combined with it as the rule of even and odd has
 * it.
 *
 * <p>Source: Adobe Photoshop File Formats Specification, "Path resource format".
 */
public final class PathReader {

    /** What Photoshop calls the path that has not been saved under a name. */
    public static final String WORK_PATH = "Work Path";

    /** More than any person draws, in all paths of an image. */
    private static final int MOST_KNOTS = 100_000;

    private final List<EmbeddedPath> paths = new ArrayList<>();
    private int knotCount;

    private PathReader() {}

    /** The paths, in the order of the file; those that cannot be read are left out, and the fault is noted. */
    public static List<EmbeddedPath> read(PhotoshopResources resources, Consumer<String> faults) {
        ByteBuffer clipping = resources.data(PhotoshopResources.CLIPPING_PATH);
        String outline = clipping == null ? null : PhotoshopResources.pascalString(clipping);
        PathReader reader = new PathReader();
        for (int number : resources.numbers()) {
            ByteBuffer data = isPath(number) ? resources.data(number) : null;
            if (data != null) {
                String name = number == PhotoshopResources.WORK_PATH ? WORK_PATH : resources.name(number);
                reader.add(name, outline, data, faults);
            }
        }
        return reader.paths;
    }

    private static boolean isPath(int number) {
        return number == PhotoshopResources.WORK_PATH
                || (number >= PhotoshopResources.FIRST_PATH && number <= PhotoshopResources.LAST_PATH);
    }

    private void add(String name, @Nullable String outline, ByteBuffer data, Consumer<String> faults) {
        try {
            List<Subpath> subpaths = subpaths(data);
            if (!subpaths.isEmpty()) {
                paths.add(new EmbeddedPath(name, name.equals(outline), subpaths));
            }
        } catch (DamagedException e) {
            faults.accept("a path that cannot be read: " + e.getMessage());
        }
    }

    private List<Subpath> subpaths(ByteBuffer data) throws DamagedException {
        List<Subpath> subpaths = new ArrayList<>();
        while (data.remaining() >= PathRecords.RECORD) {
            ByteBuffer record = data.slice(data.position(), PathRecords.RECORD);
            data.position(data.position() + PathRecords.RECORD);
            int kind = record.getShort();
            if (kind == PathRecords.CLOSED_LENGTH || kind == PathRecords.OPEN_LENGTH) {
                int count = record.getShort() & 0xffff;
                int combination = record.getShort();
                subpath(kind == PathRecords.CLOSED_LENGTH, combination, knots(data, count))
                        .ifPresent(subpaths::add);
            } else if (kind >= PathRecords.CLOSED_LINKED && kind <= PathRecords.OPEN_UNLINKED) {
                throw new DamagedException("a knot outside a subpath");
            }
        }
        return subpaths;
    }

    private static Optional<Subpath> subpath(boolean closed, int combination, List<Knot> knots) {
        Combination[] all = Combination.values();
        Combination known = combination >= 0 && combination < all.length ? all[combination] : Combination.EXCLUDE;
        return knots.isEmpty() ? Optional.empty() : Optional.of(new Subpath(closed, known, knots));
    }

    private List<Knot> knots(ByteBuffer data, int count) throws DamagedException {
        knotCount += count;
        if (data.remaining() < (long) count * PathRecords.RECORD) {
            throw new DamagedException("it is cut short");
        }
        if (knotCount > MOST_KNOTS) {
            throw new DamagedException("more than " + MOST_KNOTS + " knots");
        }
        List<Knot> knots = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int kind = data.getShort();
            if (kind < PathRecords.CLOSED_LINKED
                    || kind > PathRecords.OPEN_UNLINKED
                    || kind == PathRecords.OPEN_LENGTH) {
                throw new DamagedException("a subpath that is shorter than it says");
            }
            knots.add(knot(data));
        }
        return knots;
    }

    /** Down comes before right. */
    private static Knot knot(ByteBuffer data) {
        double[] values = new double[6];
        for (int i = 0; i < values.length; i++) {
            values[i] = data.getInt() / PathRecords.ONE;
        }
        return new Knot(values[1], values[0], values[3], values[2], values[5], values[4]);
    }
}
