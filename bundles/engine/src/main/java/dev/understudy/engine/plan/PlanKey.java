package dev.understudy.engine.plan;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a plan in caches: a digest of every component of every record in it, so that no component can be forgotten.
 * Equal plans have equal keys.
 */
public final class PlanKey {

    private static final ClassValue<List<Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .toList();
        }
    };

    private final DataOutputStream out;

    private PlanKey(MessageDigest digest) {
        out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }

    /**
     * The key.
     *
     * @param edition what draws the plan: another edition may draw it differently
     * @return 64 lower-case hexadecimal digits
     */
    public static String of(ImagePlan plan, String edition) {
        return ofRecord(new Drawn(plan, edition));
    }

    private record Drawn(ImagePlan plan, String edition) {}

    static String ofRecord(Record plan) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new PlanKey(digest).write(plan);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each value starts with a mark of its kind, and whatever can vary in length with its length. */
    private void write(@Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof Record part) {
            out.writeByte('R');
            writeText(part.getClass().getName());
            for (Method accessor : ACCESSORS.get(part.getClass())) {
                write(read(accessor, part));
            }
        } else if (value instanceof List<?> items) {
            out.writeByte('L');
            out.writeInt(items.size());
            for (Object item : items) {
                write(item);
            }
        } else {
            writeSimple(value);
        }
    }

    private void writeSimple(Object value) throws IOException {
        if (value instanceof String text) {
            out.writeByte('S');
            writeText(text);
        } else if (value instanceof Enum<?> constant) {
            out.writeByte('E');
            writeText(constant.name());
        } else if (value instanceof Double number) {
            out.writeByte('D');
            out.writeLong(Double.doubleToLongBits(number));
        } else if (value instanceof Integer number) {
            out.writeByte('I');
            out.writeInt(number);
        } else if (value instanceof Boolean flag) {
            out.writeByte(flag ? 'T' : 'F');
        } else {
            throw new IllegalArgumentException("no key can be made of a " + value.getClass());
        }
    }

    /** Char by char: half a surrogate pair, which no character set can write, must make a difference too. */
    private void writeText(String text) throws IOException {
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static @Nullable Object read(Method accessor, Record part) {
        try {
            return accessor.invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a plan is made of public records", e);
        }
    }
}
