package dev.steppe.internal.math;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The Owen value of players that stand in unions: the mean of what each adds to those before it,
 * over all orders of the players in which every union stays together. What a union adds is the
 * Shapley value among unions, however finely it is cut into players.
 *
 * <p>{@code phi_i = sum over sets R of other unions, sum over S within the union of i without i of
 * w(R) w(S) (v(R + S + i) - v(R + S))}, with {@code w(S) = |S|! (k - |S| - 1)! / k!} among k: Owen
 * (1977), <i>Values of games with a priori unions</i>, <a
 * href="https://doi.org/10.1007/978-3-642-45494-3_7">doi:10.1007/978-3-642-45494-3_7</a>.
 */
public final class OwenValue {

  private final List<BitSet> unions = new ArrayList<>();
  private final int players;

  /**
   * Players from 0, in unions.
   *
   * @param unionOf the number of the union of each player, from 0 and none left out
   */
  public OwenValue(int[] unionOf) {
    this.players = unionOf.length;
    for (int player = 0; player < players; player++) {
      while (unions.size() <= unionOf[player]) {
        unions.add(new BitSet());
      }
      unions.get(unionOf[player]).set(player);
    }
  }

  /** The players of the greatest union; 0 if there are none. */
  public int greatestUnion() {
    return unions.stream().mapToInt(BitSet::cardinality).max().orElse(0);
  }

  /** Every set of players whose value is needed, each once. */
  public Set<BitSet> coalitions() {
    Set<BitSet> all = new LinkedHashSet<>();
    all.add(new BitSet());
    for (int union = 0; union < unions.size(); union++) {
      for (int others = 0; others < 1 << (unions.size() - 1); others++) {
        BitSet outside = outside(union, others);
        int[] inside = unions.get(union).stream().toArray();
        for (int set = 0; set < 1 << inside.length; set++) {
          all.add(with(outside, inside, set));
        }
      }
    }
    return all;
  }

  /**
   * The values of the players, several games at once.
   *
   * @param values what each of the {@link #coalitions} is worth, in each game
   * @return by player, then by game
   */
  public double[][] of(Function<BitSet, double[]> values) {
    double[][] parts = new double[players][values.apply(new BitSet()).length];
    double[] amongUnions = ShapleyWeights.of(unions.size());
    for (int union = 0; union < unions.size(); union++) {
      int[] inside = unions.get(union).stream().toArray();
      double[] within = ShapleyWeights.of(inside.length);
      for (int others = 0; others < 1 << (unions.size() - 1); others++) {
        BitSet outside = outside(union, others);
        double among = amongUnions[Integer.bitCount(others)];
        for (int set = 0; set < 1 << inside.length; set++) {
          double[] without = values.apply(with(outside, inside, set));
          for (int i = 0; i < inside.length; i++) {
            if ((set >> i & 1) == 0) {
              double[] more = values.apply(with(outside, inside, set | 1 << i));
              double weight = among * within[Integer.bitCount(set)];
              add(parts[inside[i]], weight, more, without);
            }
          }
        }
      }
    }
    return parts;
  }

  private static void add(double[] parts, double weight, double[] more, double[] without) {
    for (int game = 0; game < parts.length; game++) {
      parts[game] += weight * (more[game] - without[game]);
    }
  }

  /** All players of some of the other unions. */
  private BitSet outside(int union, int others) {
    BitSet outside = new BitSet();
    for (int other = 0; other < unions.size() - 1; other++) {
      if ((others >> other & 1) == 1) {
        outside.or(unions.get(other < union ? other : other + 1));
      }
    }
    return outside;
  }

  private static BitSet with(BitSet outside, int[] inside, int set) {
    BitSet coalition = (BitSet) outside.clone();
    for (int i = 0; i < inside.length; i++) {
      if ((set >> i & 1) == 1) {
        coalition.set(inside[i]);
      }
    }
    return coalition;
  }

  /**
   * The players in an order in which unions stay together.
   *
   * @param unionOrder the unions in their order
   * @param playerOrder all players in some order, which those of a union keep
   */
  public int[] together(int[] unionOrder, int[] playerOrder) {
    int[] order = new int[players];
    int next = 0;
    for (int union : unionOrder) {
      for (int player : playerOrder) {
        if (unions.get(union).get(player)) {
          order[next++] = player;
        }
      }
    }
    return order;
  }

  /** How many players there are. */
  public int players() {
    return players;
  }

  /** How many unions there are. */
  public int unions() {
    return unions.size();
  }
}
