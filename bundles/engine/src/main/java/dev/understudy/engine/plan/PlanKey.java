package dev.understudy.engine.plan;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
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
                    .map(PlanKey::accessor)
                    .toList();
        }
    };

    private final StringBuilder out = new StringBuilder(2048);

    private PlanKey() {}

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
        PlanKey key = new PlanKey();
        key.write(plan);
        return HexFormat.of().formatHex(digest(key.out.toString()));
    }

    /** Each value starts with a mark of its kind, and whatever can vary in length with its length. */
    private void write(@Nullable Object value) {
        if (value == null) {
            out.append('0');
        } else if (value instanceof Record part) {
            writeText('R', part.getClass().getName());
            for (Method accessor : ACCESSORS.get(part.getClass())) {
                write(read(accessor, part));
            }
        } else if (value instanceof List<?> items) {
            out.append('L').append(items.size()).append(':');
            items.forEach(this::write);
        } else if (value instanceof String text) {
            writeText('S', text);
        } else if (value instanceof Enum<?> constant) {
            writeText('E', constant.name());
        } else {
            writeNumber(value);
        }
    }

    private void writeNumber(Object value) {
        if (value instanceof Double number) {
            out.append('D').append(Double.doubleToLongBits(number)).append(':');
        } else if (value instanceof Integer number) {
            out.append('I').append(number.intValue()).append(':');
        } else if (value instanceof Boolean flag) {
            out.append(flag ? 'T' : 'F');
        } else {
            throw new IllegalArgumentException("no key can be made of a " + value.getClass());
        }
    }

    private void writeText(char kind, String text) {
        out.append(kind).append(text.length()).append(':').append(text);
    }

    /** Char by char: half a surrogate pair, which no character set can write, must make a difference too. */
    private static byte[] digest(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >> Byte.SIZE);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Accessible as it is, but only then not looked at each time whether it is. */
    private static Method accessor(RecordComponent component) {
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return accessor;
    }

    private static @Nullable Object read(Method accessor, Record part) {
        try {
            return accessor.invoke(part);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a plan is made of public records", e);
        }
    }
}
