package dev.steppe.nextukraine;

import static dev.steppe.nextukraine.StructuralModel.COURSE;
import static dev.steppe.nextukraine.StructuralModel.DISPUTES;
import static dev.steppe.nextukraine.StructuralModel.FOOTHOLD;
import static dev.steppe.nextukraine.StructuralModel.MOTIVE;
import static dev.steppe.nextukraine.StructuralModel.NAME;
import static dev.steppe.nextukraine.StructuralModel.OPPORTUNITY;
import static dev.steppe.nextukraine.StructuralModel.REACH;
import static dev.steppe.nextukraine.StructuralModel.STANCE;
import static dev.steppe.nextukraine.StructuralModel.UNPROTECTED;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/**
 * Why the {@link StructuralModel} is put together as it is, after which works, and without what.
 */
final class StructuralReasons {

  /** Why every factor is put together as it is, by its code. */
  static final ImmutableMap<String, String> REASONS =
      ImmutableMap.<String, String>builder()
          .put(
              NAME,
              "A state attacks where it has a reason to, where it can, and where nobody would make"
                  + " it pay; none of the three makes up for another in full (Starr 1978; Most and"
                  + " Starr 1989). They interact half as far as equal weights allow: the least of the"
                  + " three counts one half, the middle one a third, the greatest a sixth. At the"
                  + " limit the greatest would count for nothing, so that for a state without any"
                  + " protection protection would not matter.")
          .put(
              MOTIVE,
              "One strong reason is enough to matter, and several matter more: a quadratic mean."
                  + " Claims on territory are by far the best known reason (Vasquez 1993; Huth 1996),"
                  + " but force does not always follow a claim.")
          .put(
              COURSE,
              "A neighbour that joins the rivals of a great power is the change that it names as its"
                  + " red line (Walt 1985 on perceived intentions). NATO counts twice as much as the"
                  + " EU, which has no integrated forces.")
          .put(
              STANCE,
              "Two measures of the same thing, how far a state opposes the rival in the open.")
          .put(
              OPPORTUNITY,
              "Whether it can be reached, whether forces are there already, and how much it could"
                  + " resist: each adds (Boulding 1962; Walt 1985 on proximity).")
          .put(REACH, "By land or, less, over a near sea: the better way counts.")
          .put(FOOTHOLD, "Forces that stay against the state's will count twice as much as a base.")
          .put(
              UNPROTECTED,
              "The better of the two protections is what an attacker must reckon with: lack of"
                  + " protection is the lesser of two lacks.")
          .buildOrThrow();

  /** What the literature in the reasons is. */
  static final ImmutableList<String> LITERATURE =
      ImmutableList.of(
          "Bailey, Strezhnev and Voeten (2017), Estimating Dynamic State Preferences from United"
              + " Nations Voting Data, Journal of Conflict Resolution 61(2):430-456",
          "Boulding (1962), Conflict and Defense: A General Theory",
          "Copeland (1996), Economic Interdependence and War, International Security 20(4):5-41",
          "Huth (1996), Standing Your Ground: Territorial Disputes and International Conflict",
          "Leeds (2003), Do Alliances Deter Aggression?, American Journal of Political Science"
              + " 47(3):427-439",
          "Most and Starr (1989), Inquiry, Logic, and International Politics",
          "Starr (1978), 'Opportunity' and 'Willingness' as Ordering Concepts in the Study of War,"
              + " International Interactions 4(4):363-387",
          "Vasquez (1993), The War Puzzle",
          "Walt (1985), Alliance Formation and the Balance of World Power, International Security"
              + " 9(4):3-43");

  static final ImmutableMap<String, String> LEFT_OUT =
      ImmutableMap.of(
          "trade",
          "Whether trade with the power invites force or holds it back is disputed, and rests on what"
              + " both expect of it (Copeland 1996). It is a lever: see the model of levers.",
          "irregular change of leader",
          "Coded, but no theory here says which way it points: to a friendly government or from it.",
          "mother tongue",
          "Not known to us of all 14 states; the share of Russians stands for kin.",
          DISPUTES,
          "Past disputes foretell disputes better than any structure, but they are what happened,"
              + " not where a state stands. The model with disputes has them, apart from this one.");

  private StructuralReasons() {}
}
