"""Earshot every night, for Airflow 2.6 and newer and for Airflow 3.

A cron schedule means different days. Airflow 2 makes a run for the interval that has just ended:
its data interval begins a day earlier, and so does its `ds`. Airflow 3 makes a run for a moment
(scheduler.create_cron_data_intervals is false): its data interval is that moment, and `ds` is the
day that has only begun. The end of the data interval is the same in both: when the run was due.
The day to compute is the one before it, where the brands are.
"""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

try:  # Airflow 3
    from airflow.providers.standard.operators.bash import BashOperator
    from airflow.sdk import DAG
except ImportError:  # Airflow 2
    from airflow import DAG
    from airflow.operators.bash import BashOperator

ZONE = ZoneInfo("Europe/London")
EARSHOT = "/opt/earshot/bin/earshot run --config /etc/earshot/earshot.yaml"


def day_to_compute(data_interval_end):
    """The last whole day before a run was due, as 2026-03-01."""
    return (data_interval_end.astimezone(ZONE).date() - timedelta(days=1)).isoformat()


with DAG(
    dag_id="earshot",
    schedule="17 3 * * *",
    start_date=datetime(2026, 1, 1, tzinfo=ZONE),
    # Each run replaces its own day, so that nights that were missed may be made up for.
    catchup=True,
    # One run at a time writes into an output; a second would end with 75.
    max_active_runs=1,
    user_defined_macros={"day_to_compute": day_to_compute},
    # A run that is started by hand has no interval in Airflow 3: name its day.
    params={"day": ""},
) as dag:
    BashOperator(
        task_id="run",
        # 3 has published, but some files were not read: the log names them.
        bash_command=(
            "day={{ params.day or day_to_compute(data_interval_end) }}; "
            f'{EARSHOT} --from "$day" --to "$day"; '
            'code=$?; [ "$code" -ne 3 ] || exit 0; exit "$code"'
        ),
        # Nothing for this day: the task is skipped, and what waits for it.
        skip_on_exit_code=99,
        # The key comes from a file (key_file), or as EARSHOT_KEY from the worker's environment.
        append_env=True,
        env={"EARSHOT_HEAP": "4g"},
        # The last line of standard output is the manifest's path, for the tasks behind.
        do_xcom_push=True,
        retries=2,
        retry_delay=timedelta(minutes=15),
    )
