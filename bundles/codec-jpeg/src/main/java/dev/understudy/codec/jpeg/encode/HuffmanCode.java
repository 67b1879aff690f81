package dev.understudy.codec.jpeg.encode;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The best Huffman code for symbols that occur so often, of codes of 16 bits at most of which none is all ones.
 *
 * <p>Source: ITU T.81, annexes C and K.2.
 */
final class HuffmanCode {

    /** There are symbols 0..255. */
    static final int SYMBOLS = 256;

    private static final int LONGEST = 16;
    /** Deeper than any tree is whose counts fit in ints. */
    private static final int DEEPEST = 64;

    /** The symbols that occur, the most frequent one first. */
    private final List<Integer> symbols;

    /** How many codes have so many bits. */
    private final int[] ofLength = new int[DEEPEST];

    private final int[] codes = new int[SYMBOLS];
    private final int[] lengths = new int[SYMBOLS];

    /**
     * The code for symbols, one at least of which occurs.
     *
     * @param counts how often each symbol occurs
     */
    HuffmanCode(int[] counts) {
        symbols = IntStream.range(0, SYMBOLS)
                .filter(symbol -> counts[symbol] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer symbol) -> -counts[symbol]))
                .toList();
        measure(counts);
        shorten();
        assign();
    }

    /** Grows the tree from its leaves, the rarest first. Leaf 0 is no symbol: it takes the code of all ones. */
    private void measure(int[] counts) {
        int leaves = symbols.size() + 1;
        long[] weights = new long[2 * leaves - 1];
        for (int i = 1; i < leaves; i++) {
            weights[i] = counts[symbols.get(leaves - 1 - i)];
        }
        int[] parents = new int[weights.length];
        int leaf = 0;
        int inner = leaves;
        for (int parent = leaves; parent < weights.length; parent++) {
            for (int i = 0; i < 2; i++) {
                boolean takesLeaf = leaf < leaves && (inner == parent || weights[leaf] <= weights[inner]);
                int child = takesLeaf ? leaf++ : inner++;
                parents[child] = parent;
                weights[parent] += weights[child];
            }
        }
        countDepths(parents, leaves);
    }

    private void countDepths(int[] parents, int leaves) {
        int[] depths = new int[parents.length];
        for (int node = parents.length - 2; node >= 0; node--) {
            depths[node] = depths[parents[node]] + 1;
            if (node < leaves) {
                ofLength[depths[node]]++;
            }
        }
    }

    /** Moves pairs of leaves that lie too deep up, each to where a leaf less deep becomes two; and drops the leaf of no symbol. */
    private void shorten() {
        for (int depth = DEEPEST - 1; depth > LONGEST; depth--) {
            while (ofLength[depth] > 0) {
                int other = depth - 2;
                while (ofLength[other] == 0) {
                    other--;
                }
                ofLength[depth] -= 2;
                ofLength[depth - 1]++;
                ofLength[other + 1] += 2;
                ofLength[other]--;
            }
        }
        int longest = LONGEST;
        while (ofLength[longest] == 0) {
            longest--;
        }
        ofLength[longest]--;
    }

    private void assign() {
        int code = 0;
        int next = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int i = 0; i < ofLength[length]; i++) {
                int symbol = symbols.get(next++);
                codes[symbol] = code++;
                lengths[symbol] = length;
            }
            code <<= 1;
        }
    }

    /** The code of a symbol. */
    int code(int symbol) {
        return codes[symbol];
    }

    /** How many bits the code of a symbol has; 0 for one that does not occur. */
    int length(int symbol) {
        return lengths[symbol];
    }

    /** The code as a file tells it: how many codes there are of each length, then their symbols. */
    void writeTo(ByteArrayOutputStream out) {
        for (int length = 1; length <= LONGEST; length++) {
            out.write(ofLength[length]);
        }
        symbols.forEach(out::write);
    }
}
