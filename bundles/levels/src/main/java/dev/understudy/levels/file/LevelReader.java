package dev.understudy.levels.file;

import dev.understudy.image.DecodedPart;
import dev.understudy.image.Pixels;
import dev.understudy.image.Plane;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a part of a level, and no more than the stripes that it lies in. */
final class LevelReader {

    private final RandomAccessFile file;

    LevelReader(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * The samples of a part.
     *
     * @param key which level the file has to be
     * @return null when the level does not have the part by itself
     * @throws DamagedLevelException when the file is damaged, or another level
     */
    @Nullable
    Pixels read(String key, DecodedPart part) throws IOException {
        LevelHeader header = LevelFormat.readHeader(file);
        if (!header.key().equals(key)) {
            throw new DamagedLevelException("another level");
        }
        StripedPlane first = header.planes().get(0);
        PlanePart wanted = PlanePart.of(part, first);
        if (wanted == null) {
            return null;
        }
        List<Plane> planes = new ArrayList<>();
        long start = file.getFilePointer();
        for (StripedPlane plane : header.planes()) {
            PlanePart window = plane.part(wanted, first);
            if (window == null) {
                return null;
            }
            planes.add(read(plane, window, start));
            start += plane.length();
        }
        Plane alpha = header.alpha() ? planes.remove(planes.size() - 1) : null;
        return new Pixels(header.samples(), planes, alpha, header.profile());
    }

    private Plane read(StripedPlane plane, PlanePart part, long start) throws IOException {
        boolean wide = part.width() == plane.width();
        int rows = plane.rows();
        byte[] samples = new byte[part.width() * part.height()];
        byte[] stripe = new byte[Math.min(rows, plane.height()) * plane.width()];
        for (int i = part.top() / rows; i * rows < part.bottom(); i++) {
            int top = i * rows;
            int length = Math.min(rows, plane.height() - top) * plane.width();
            file.seek(start + (long) top * plane.width());
            file.readFully(stripe, 0, length);
            if (!plane.isStripe(i, stripe, 0, length)) {
                throw new DamagedLevelException("damaged in its samples");
            }
            int from = Math.max(top, part.top());
            int to = Math.min(top + rows, part.bottom());
            if (wide) {
                int count = (to - from) * plane.width();
                System.arraycopy(
                        stripe, (from - top) * plane.width(), samples, (from - part.top()) * part.width(), count);
            } else {
                copyRows(stripe, plane.width(), from - top, samples, part, from, to);
            }
        }
        return new Plane(part.width(), part.height(), samples);
    }

    private static void copyRows(
            byte[] stripe, int width, int firstRow, byte[] samples, PlanePart part, int from, int to) {
        for (int y = from; y < to; y++) {
            int source = (firstRow + y - from) * width + part.left();
            System.arraycopy(stripe, source, samples, (y - part.top()) * part.width(), part.width());
        }
    }
}
