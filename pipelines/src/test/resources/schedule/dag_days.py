"""Loads the DAG of the documentation without Airflow, as Airflow 2 and as Airflow 3 lay out their
modules, and prints what it makes of runs by the documented rules of their timetables.

Usage: dag_days.py DAG_FILE 2|3
"""

import json
import runpy
import sys
import types
from datetime import datetime, timedelta, timezone

MADE = {}


class DAG:
    def __init__(self, **arguments):
        MADE["dag"] = arguments

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        return False


class BashOperator:
    def __init__(self, **arguments):
        MADE["task"] = arguments


def module(name, **content):
    sys.modules[name] = types.ModuleType(name)
    for key, value in content.items():
        setattr(sys.modules[name], key, value)


def lay_out(version):
    if version == 2:
        module("airflow", DAG=DAG)
        module("airflow.operators")
        module("airflow.operators.bash", BashOperator=BashOperator)
        return
    module("airflow")
    module("airflow.sdk", DAG=DAG)
    for name in ("providers", "providers.standard", "providers.standard.operators"):
        module("airflow." + name)
    module("airflow.providers.standard.operators.bash", BashOperator=BashOperator)


def interval(version, due):
    """CronDataIntervalTimetable ends an interval when it is due; CronTriggerTimetable has a moment."""
    return (due - timedelta(days=1), due) if version == 2 else (due, due)


def main(dag_file, version):
    lay_out(version)
    runpy.run_path(dag_file)
    dag, task = MADE["dag"], MADE["task"]
    days = {}
    for text in ("2026-03-10T03:17:00+00:00", "2026-06-30T02:17:00+00:00"):
        start, end = interval(version, datetime.fromisoformat(text).astimezone(timezone.utc))
        days[text] = {
            "ds": start.date().isoformat(),
            "day": dag["user_defined_macros"]["day_to_compute"](end),
        }
    print(
        json.dumps(
            {
                "schedule": dag["schedule"],
                "max_active_runs": dag["max_active_runs"],
                "skip_on_exit_code": task["skip_on_exit_code"],
                "bash_command": task["bash_command"],
                "days": days,
            }
        )
    )


main(sys.argv[1], int(sys.argv[2]))
